// Facts of the packages of Go 1.26.8, written by tools/go-data.ts for src/core/stdlib.

/** The release. */
export const release = '1.26.8';

/** See src/core/stdlib/library.ts. */
export const facts: string = `fmt
testing
strings
os
unsafe
bytes
io
errors
syscall
runtime
time
sync
strconv
path/filepath
slices
internal/testenv
reflect
log
math
go/token
context
os/exec
go/ast
internal/abi
bufio
flag
io/fs
regexp
cmd/compile/internal/types
sort
unicode/utf8
cmd/internal/obj
encoding/binary
cmd/compile/internal/base
sync/atomic
go/types
internal/goarch
unicode
cmd/compile/internal/ir
cmd/internal/src
math/bits
C
cmd/internal/objabi
math/rand
encoding/json
net
net/http
internal/buildcfg
path
cmp
internal/runtime/atomic
go/constant
internal/runtime/sys
cmd/go/internal/base
cmd/internal/sys
golang.org/x/tools/go/analysis
cmd/go/internal/cfg
net/url
go/parser
hash
math/big
crypto/rand
encoding/hex
crypto/internal/fips140
cmd/compile/internal/syntax
internal/godebug
internal/types/errors
crypto/sha256
internal/cpu
cmd/compile/internal/typecheck
golang.org/x/mod/module
maps
golang.org/x/tools/go/analysis/passes/inspect
runtime/debug
golang.org/x/tools/internal/analysis/analyzerutil
debug/elf
internal/poll
go/build
internal/bytealg
internal/race
internal/strconv
internal/syscall/unix
crypto
golang.org/x/tools/go/ast/inspector
internal/syscall/windows
cmd/link/internal/loader
internal/byteorder
golang.org/x/tools/internal/typesinternal
cmd/go/internal/gover
cmd/link/internal/sym
encoding/base64
go/format
internal/asan
cmd/go/internal/modload
crypto/cipher
crypto/x509
embed
iter
golang.org/x/tools/internal/astutil
internal/stringslite
cmd/compile/internal/objw
crypto/internal/cryptotest
internal/platform
cmd/internal/telemetry/counter
crypto/internal/boring
encoding
cmd/compile/internal/ssagen
cmd/go/internal/str
golang.org/x/tools/go/types/typeutil
cmd/compile/internal/ssa
crypto/elliptic
internal/coverage
internal/runtime/gc
net/netip
net/textproto
internal/trace/tracev2
cmd/compile/internal/types2
crypto/rsa
golang.org/x/tools/internal/versions
internal/goexperiment
crypto/ecdsa
encoding/pem
image
internal/trace
net/http/httptest
text/template
cmd/go/internal/fsys
crypto/tls
crypto/internal/fips140/aes
crypto/internal/fips140deps/byteorder
encoding/json/internal/jsonflags
image/color
math/rand/v2
cmd/link/internal/ld
crypto/internal/fips140/subtle
crypto/internal/fips140only
debug/dwarf
encoding/json/jsontext
crypto/internal/fips140/check
crypto/internal/impl
encoding/json/internal/jsonwire
internal/filepathlite
cmd/internal/par
crypto/subtle
debug/macho
cmd/compile/internal/reflectdata
crypto/internal/fips140/drbg
os/signal
cmd/compile/internal/logopt
golang.org/x/tools/internal/typesinternal/typeindex
internal/trace/version
cmd/internal/bio
cmd/internal/goobj
crypto/sha1
github.com/google/pprof/internal/plugin
golang.org/x/mod/semver
golang.org/x/tools/go/ast/edge
cmd/go/internal/load
golang.org/x/tools/internal/analysis/typeindex
golang.org/x/tools/internal/refactor
internal/diff
internal/msan
testing/quick
cmd/go/internal/modfetch
crypto/aes
crypto/ed25519
crypto/internal/fips140/sha3
crypto/internal/fips140deps/cpu
debug/pe
encoding/gob
github.com/google/pprof/profile
golang.org/x/tools/internal/typeparams
log/slog
cmd/go/internal/work
cmd/internal/quoted
compress/gzip
crypto/ecdh
encoding/asn1
go/printer
go/scanner
archive/zip
cmd/go/internal/search
crypto/internal/fips140/sha256
crypto/sha512
crypto/x509/pkix
encoding/json/internal/jsonopts
html/template
unicode/utf16
cmd/go/internal/lockedfile
cmd/go/internal/modfetch/codehost
cmd/internal/hash
cmd/internal/obj/x86
compress/flate
crypto/internal/fips140/alias
golang.org/x/mod/modfile
internal/goos
net/http/httptrace
text/scanner
cmd/internal/pathcache
encoding/json/internal
golang.org/x/net/http/httpguts
golang.org/x/telemetry/internal/telemetry
internal/pkgbits
internal/runtime/math
internal/saferio
runtime/trace
simd/archsimd
text/tabwriter
cmd/go/internal/trace
cmd/internal/dwarf
crypto/internal/rand
internal/trace/traceviewer
testing/fstest
testing/iotest
compress/zlib
crypto/internal/fips140/aes/gcm
encoding/json/internal/jsontest
encoding/json/v2
go/build/constraint
hash/crc32
internal/profile
internal/runtime/maps
internal/txtar
internal/xcoff
mime
net/http/internal/ascii
runtime/pprof
text/template/parse
cmd/compile/internal/abi
cmd/compile/internal/pgoir
cmd/go/internal/cache
cmd/go/internal/imports
cmd/internal/obj/riscv
cmd/internal/obj/s390x
cmd/internal/script
crypto/des
crypto/internal/fips140/sha512
crypto/md5
crypto/tls/internal/fips140tls
internal/runtime/syscall/windows
internal/testlog
testing/synctest
cmd/compile/internal/rttype
cmd/internal/obj/mips
cmd/internal/objfile
container/heap
crypto/fips140
crypto/hmac
crypto/internal/constanttime
crypto/internal/fips140/bigmod
crypto/internal/fips140/hmac
github.com/google/pprof/internal/measurement
golang.org/x/crypto/cryptobyte
golang.org/x/text/transform
hash/fnv
internal/lazyregexp
internal/obscuretestdata
internal/trace/testtrace
cmd/asm/internal/lex
cmd/go/internal/toolchain
cmd/internal/obj/arm64
cmd/internal/pkgpattern
crypto/internal/fips140/tls13
crypto/mlkem
encoding/xml
go/importer
internal/coverage/decodecounter
internal/coverage/decodemeta
internal/coverage/pods
internal/runtime/gc/scan
internal/sync
internal/synctest
internal/unsafeheader
weak
cmd/cgo/internal/cgotest
cmd/compile/internal/bitvec
cmd/go/internal/web
cmd/internal/obj/ppc64
crypto/internal/fips140/nistec
crypto/internal/fips140/nistec/fiat
crypto/internal/fips140deps/godebug
go/doc
golang.org/x/text/internal/language
internal/goversion
internal/oserror
internal/reflectlite
internal/runtime/syscall/linux
mime/multipart
regexp/syntax
cmd/compile/internal/inline
cmd/compile/internal/staticdata
cmd/compile/internal/staticinit
cmd/go/internal/modindex
cmd/internal/buildid
cmd/internal/cov/covcmd
cmd/internal/obj/arm
cmd/internal/obj/loong64
cmd/internal/robustio
cmd/internal/script/scripttest
container/list
crypto/internal/fips140/mlkem
crypto/internal/fips140/rsa
crypto/sha3
database/sql/driver
go/version
golang.org/x/crypto/cryptobyte/asn1
golang.org/x/net/dns/dnsmessage
html
internal/coverage/cmerge
internal/coverage/stringtab
internal/godebugs
internal/syscall/windows/registry
internal/testhash
internal/trace/raw
internal/trace/traceviewer/format
runtime/metrics
cmd/asm/internal/flags
cmd/go/internal/fips140
cmd/go/internal/modinfo
cmd/go/internal/vcweb/vcstest
cmd/internal/archive
cmd/internal/macho
cmd/internal/obj/wasm
crypto/dsa
crypto/hkdf
crypto/internal/fips140/ecdh
crypto/internal/fips140/hkdf
crypto/internal/fips140hash
github.com/google/pprof/internal/report
go/doc/comment
golang.org/x/telemetry/internal/counter
golang.org/x/tools/internal/packagepath
image/png
internal/bisect
internal/chacha8rand
internal/coverage/rtcov
internal/syscall/windows/sysdll
log/slog/internal/buffer
net/http/httputil
net/internal/socktest
os/user
syscall/js
cmd/asm/internal/arch
cmd/compile/internal/liveness
cmd/go/internal/vcs
cmd/go/internal/web/intercept
cmd/internal/pgo
compress/bzip2
crypto/hpke
crypto/internal/boring/bbig
crypto/internal/fips140/ecdsa
crypto/internal/fips140/ed25519
crypto/internal/fips140/tls12
github.com/google/pprof/internal/graph
golang.org/x/mod/sumdb/dirhash
golang.org/x/mod/zip
golang.org/x/net/idna
golang.org/x/sys/unix
golang.org/x/sys/windows
golang.org/x/text/language
golang.org/x/tools/internal/aliases
golang.org/x/tools/internal/goplsexport
golang.org/x/tools/internal/moreiters
golang.org/x/tools/internal/stdlib
image/color/palette
image/draw
internal/coverage/encodemeta
internal/coverage/slicereader
internal/coverage/slicewriter
internal/exportdata
internal/nettrace
internal/profilerecord
internal/routebsd
internal/runtime/cgroup
internal/runtime/pprof/label
internal/sysinfo
internal/syslist
internal/testpty
math/cmplx
net/http/internal
net/http/internal/testcert
archive/tar
cmd/compile/internal/compare
cmd/compile/internal/escape
cmd/compile/internal/noder
cmd/go/internal/mvs
cmd/go/internal/vcweb
cmd/internal/browser
cmd/internal/telemetry
compress/lzw
crypto/internal/boring/sig
crypto/internal/entropy/v1.0.0
crypto/internal/fips140/edwards25519
crypto/internal/fips140/edwards25519/field
crypto/internal/fips140/mldsa
crypto/internal/fips140/pbkdf2
crypto/mlkem/mlkemtest
crypto/rc4
database/sql
encoding/base32
encoding/csv
github.com/google/pprof/internal/binutils
golang.org/x/crypto/chacha20
golang.org/x/crypto/chacha20poly1305
golang.org/x/crypto/internal/alias
golang.org/x/mod/internal/lazyregexp
golang.org/x/mod/sumdb/note
golang.org/x/mod/sumdb/tlog
golang.org/x/sys/cpu
golang.org/x/telemetry/counter
golang.org/x/text/internal/tag
golang.org/x/text/unicode/norm
hash/adler32
hash/maphash
internal/coverage/calloc
internal/coverage/cformat
internal/coverage/encodecounter
internal/coverage/uleb128
internal/fmtsort
internal/zstd
io/ioutil
log/internal
net/http/cgi
net/http/cookiejar
net/rpc
rsc.io/markdown
runtime/cgo
structs
testing/slogtest
unique
arena
cmd/compile/internal/dwarfgen
cmd/compile/internal/importer
cmd/compile/internal/inline/inlheur
cmd/compile/internal/inline/interleaved
cmd/compile/internal/pkginit
cmd/compile/internal/typebits
cmd/go/internal/cmdflag
cmd/go/internal/envcmd
cmd/go/internal/lockedfile/internal/filelock
cmd/go/internal/modcmd
cmd/go/internal/run
cmd/go/internal/test/internal/genflags
cmd/internal/codesign
cmd/internal/cov
cmd/internal/disasm
cmd/internal/edit
cmd/internal/pkgpath
cmd/internal/test2json
cmd/link/internal/loadpe
crypto/internal/boring/bcache
crypto/internal/fips140/ssh
crypto/internal/fips140cache
crypto/internal/sysrand
crypto/pbkdf2
debug/buildinfo
debug/gosym
debug/plan9obj
github.com/google/pprof/driver
github.com/ianlancetaylor/demangle
go/internal/gcimporter
go/internal/scannerhooks
golang.org/x/mod/sumdb
golang.org/x/net/http2/hpack
golang.org/x/net/nettest
golang.org/x/sync/semaphore
golang.org/x/telemetry/internal/mmap
golang.org/x/term
golang.org/x/text/internal/language/compact
golang.org/x/text/secure/bidirule
golang.org/x/text/unicode/bidi
golang.org/x/tools/cover
golang.org/x/tools/go/analysis/passes/buildtag
golang.org/x/tools/go/analysis/passes/hostport
golang.org/x/tools/go/analysis/unitchecker
golang.org/x/tools/go/ast/astutil
golang.org/x/tools/go/cfg
golang.org/x/tools/internal/astutil/free
golang.org/x/tools/internal/cfginternal
image/internal/imageutil
image/jpeg
internal/cfg
internal/dag
internal/goroot
internal/gover
internal/runtime/exithook
internal/singleflight
internal/syscall/execenv
internal/trace/internal/tracev1
log/slog/internal
mime/quotedprintable
net/mail
os/exec/internal/fdtest
simd/archsimd/internal/test_helpers
time/tzdata
cmd/asm/internal/asm
cmd/cgo/internal/test/gcc68255
cmd/cgo/internal/test/issue23555a
cmd/cgo/internal/test/issue23555b
cmd/cgo/internal/test/issue24161arg
cmd/cgo/internal/test/issue24161e0
cmd/cgo/internal/test/issue24161e1
cmd/cgo/internal/test/issue24161e2
cmd/cgo/internal/test/issue24161res
cmd/cgo/internal/test/issue26213
cmd/cgo/internal/test/issue26430
cmd/cgo/internal/test/issue26743
cmd/cgo/internal/test/issue27340
cmd/cgo/internal/test/issue29563
cmd/cgo/internal/test/issue30527
cmd/cgo/internal/test/issue41761a
cmd/cgo/internal/test/issue43639
cmd/cgo/internal/test/issue52611a
cmd/cgo/internal/test/issue52611b
cmd/cgo/internal/test/issue76861
cmd/cgo/internal/test/issue8756
cmd/cgo/internal/test/issue8828
cmd/cgo/internal/test/issue9026
cmd/cgo/internal/test/issue9400
cmd/cgo/internal/test/issue9510a
cmd/cgo/internal/test/issue9510b
cmd/compile/internal/abt
cmd/compile/internal/amd64
cmd/compile/internal/arm
cmd/compile/internal/arm64
cmd/compile/internal/bloop
cmd/compile/internal/coverage
cmd/compile/internal/deadlocals
cmd/compile/internal/devirtualize
cmd/compile/internal/gc
cmd/compile/internal/loong64
cmd/compile/internal/loopvar
cmd/compile/internal/mips
cmd/compile/internal/mips64
cmd/compile/internal/ppc64
cmd/compile/internal/rangefunc
cmd/compile/internal/riscv64
cmd/compile/internal/s390x
cmd/compile/internal/slice
cmd/compile/internal/walk
cmd/compile/internal/wasm
cmd/compile/internal/x86
cmd/covdata
cmd/cover
cmd/go
cmd/go/internal/auth
cmd/go/internal/bug
cmd/go/internal/cacheprog
cmd/go/internal/clean
cmd/go/internal/doc
cmd/go/internal/fmtcmd
cmd/go/internal/generate
cmd/go/internal/help
cmd/go/internal/list
cmd/go/internal/mmap
cmd/go/internal/modget
cmd/go/internal/telemetrycmd
cmd/go/internal/telemetrystats
cmd/go/internal/test
cmd/go/internal/tool
cmd/go/internal/version
cmd/go/internal/vet
cmd/go/internal/workcmd
cmd/internal/gcprog
cmd/internal/osinfo
cmd/link/internal/amd64
cmd/link/internal/arm
cmd/link/internal/arm64
cmd/link/internal/benchmark
cmd/link/internal/dwtest
cmd/link/internal/loadelf
cmd/link/internal/loadmacho
cmd/link/internal/loadxcoff
cmd/link/internal/loong64
cmd/link/internal/mips
cmd/link/internal/mips64
cmd/link/internal/ppc64
cmd/link/internal/riscv64
cmd/link/internal/s390x
cmd/link/internal/wasm
cmd/link/internal/x86
container/ring
crypto/boring
crypto/internal/boring/syso
crypto/internal/fips140/check/checktest
crypto/internal/fips140deps/time
crypto/internal/randutil
crypto/internal/sysrand/internal/seccomp
crypto/x509/internal/macos
expvar
github.com/google/pprof/internal/driver
github.com/google/pprof/internal/elfexec
github.com/google/pprof/internal/symbolizer
github.com/google/pprof/internal/symbolz
github.com/google/pprof/internal/transport
github.com/google/pprof/third_party/svgpan
go/internal/gccgoimporter
go/internal/srcimporter
golang.org/x/arch/arm/armasm
golang.org/x/arch/arm64/arm64asm
golang.org/x/arch/loong64/loong64asm
golang.org/x/arch/ppc64/ppc64asm
golang.org/x/arch/riscv64/riscv64asm
golang.org/x/arch/s390x/s390xasm
golang.org/x/arch/x86/x86asm
golang.org/x/build/relnote
golang.org/x/crypto/internal/poly1305
golang.org/x/net/http/httpproxy
golang.org/x/net/lif
golang.org/x/sync/errgroup
golang.org/x/sys/plan9
golang.org/x/telemetry
golang.org/x/telemetry/counter/countertest
golang.org/x/telemetry/internal/config
golang.org/x/telemetry/internal/configstore
golang.org/x/telemetry/internal/crashmonitor
golang.org/x/telemetry/internal/upload
golang.org/x/text/cases
golang.org/x/text/internal
golang.org/x/tools/cmd/bisect
golang.org/x/tools/go/analysis/internal/analysisflags
golang.org/x/tools/go/analysis/passes/appends
golang.org/x/tools/go/analysis/passes/asmdecl
golang.org/x/tools/go/analysis/passes/assign
golang.org/x/tools/go/analysis/passes/atomic
golang.org/x/tools/go/analysis/passes/bools
golang.org/x/tools/go/analysis/passes/cgocall
golang.org/x/tools/go/analysis/passes/composite
golang.org/x/tools/go/analysis/passes/copylock
golang.org/x/tools/go/analysis/passes/ctrlflow
golang.org/x/tools/go/analysis/passes/defers
golang.org/x/tools/go/analysis/passes/directive
golang.org/x/tools/go/analysis/passes/errorsas
golang.org/x/tools/go/analysis/passes/framepointer
golang.org/x/tools/go/analysis/passes/httpresponse
golang.org/x/tools/go/analysis/passes/ifaceassert
golang.org/x/tools/go/analysis/passes/inline
golang.org/x/tools/go/analysis/passes/internal/ctrlflowinternal
golang.org/x/tools/go/analysis/passes/internal/gofixdirective
golang.org/x/tools/go/analysis/passes/loopclosure
golang.org/x/tools/go/analysis/passes/lostcancel
golang.org/x/tools/go/analysis/passes/modernize
golang.org/x/tools/go/analysis/passes/nilfunc
golang.org/x/tools/go/analysis/passes/printf
golang.org/x/tools/go/analysis/passes/shift
golang.org/x/tools/go/analysis/passes/sigchanyzer
golang.org/x/tools/go/analysis/passes/slog
golang.org/x/tools/go/analysis/passes/stdmethods
golang.org/x/tools/go/analysis/passes/stdversion
golang.org/x/tools/go/analysis/passes/stringintconv
golang.org/x/tools/go/analysis/passes/structtag
golang.org/x/tools/go/analysis/passes/testinggoroutine
golang.org/x/tools/go/analysis/passes/tests
golang.org/x/tools/go/analysis/passes/timeformat
golang.org/x/tools/go/analysis/passes/unmarshal
golang.org/x/tools/go/analysis/passes/unreachable
golang.org/x/tools/go/analysis/passes/unsafeptr
golang.org/x/tools/go/analysis/passes/unusedresult
golang.org/x/tools/go/analysis/passes/waitgroup
golang.org/x/tools/go/types/objectpath
golang.org/x/tools/internal/analysis/driverutil
golang.org/x/tools/internal/bisect
golang.org/x/tools/internal/diff
golang.org/x/tools/internal/diff/lcs
golang.org/x/tools/internal/facts
golang.org/x/tools/internal/fmtstr
golang.org/x/tools/internal/refactor/inline
golang.org/x/tools/refactor/satisfy
hash/crc64
image/gif
index/suffixarray
internal/cgrouptest
internal/coverage/cfile
internal/fuzz
internal/lazytemplate
internal/runtime/cgobench
internal/runtime/gc/internal/gen
internal/runtime/startlinetest
log/syslog
net/http/internal/httpcommon
net/http/pprof
net/smtp
plugin
reflect/internal/example1
reflect/internal/example2
runtime/race/internal/amd64v1
runtime/race/internal/amd64v3
runtime/secret

unix
!purego
ignore
goexperiment.jsonv2
windows
ppc64 || ppc64le
linux
wasip1
cgo
darwin || dragonfly || freebsd || netbsd || openbsd
!goexperiment.jsonv2
mips64 || mips64le
gc
goexperiment.simd && amd64
js && wasm
!windows
mips || mipsle
unix || (js && wasm) || wasip1
darwin
race
!plan9
!math_big_pure_go
goexperiment.simd
plan9
unix || windows
linux && (mips64 || mips64le)
aix || darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris || zos
boringcrypto
linux && (ppc64 || ppc64le)
gc && !purego
js || wasip1
linux && (mips || mipsle)
!unix
(ppc64 || ppc64le) && !purego
solaris
!fips140v1.0
!linux
!race
386 || amd64
asan
boringcrypto && linux && (amd64 || arm64) && !android && !msan
dragonfly || freebsd || linux || netbsd || openbsd || solaris
gccgo
unix || js || wasip1
unix || js || wasip1 || windows
zos && s390x
!faketime
!go1.10
!windows && !plan9
aix
arm64
go1.21
js
linux || (freebsd && amd64)
loong64
loong64 && linux
unix || wasip1
wasm
aix || darwin
amd64
arm64 && linux
freebsd
goexperiment.runtimesecret
linux && loong64
!wasm
386 && openbsd
amd64 && linux
amd64 && openbsd
arm && openbsd
arm64 && openbsd
cgo && !netgo
dragonfly || freebsd || linux || netbsd || openbsd
go1.10 && !go1.13
go1.13 && !go1.14
go1.14 && !go1.16
go1.16 && !go1.21
msan
openbsd && !mips64
ppc64 && openbsd
riscv64 && linux
riscv64 && openbsd
unix || (js && wasm) || wasip1 || windows
!boringcrypto
!cmd_go_bootstrap
!compiler_bootstrap
!js
!js && !wasip1
!unix && !windows
(js && wasm) || plan9
386 && freebsd
386 && linux
386 && netbsd
aix && ppc64
amd64 && darwin
amd64 && dragonfly
amd64 && freebsd
amd64 && netbsd
arm && freebsd
arm && linux
arm && netbsd
arm64 && darwin
arm64 && freebsd
arm64 && netbsd
cmd_go_bootstrap
darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris
fips140v1.0
generate
goexperiment.arenas
goexperiment.regabiargs
illumos
libfuzzer
mips64 && openbsd
ppc64le && linux
riscv64 && freebsd
s390x && linux
sparc64 && linux
unix || (js && wasm)
!amd64
!android
!asan
!goexperiment.staticlockranking
!illumos
!js && !plan9 && !wasip1 && !windows
!nethttpomithttp2
!plan9 && !windows
(amd64 || arm64) && !purego
(darwin || freebsd || netbsd || openbsd) && gc
aix && ppc
aix || solaris
amd64 && solaris
android
armbe || arm64be || m68k || mips || mips64 || mips64p32 || ppc || ppc64 || s390 || s390x || shbe || sparc || sparc64
cgo && !windows
compiler_bootstrap
darwin && amd64 && gc
dragonfly || freebsd || netbsd
freebsd && amd64
freebsd || linux
gc && !purego && (ppc64 || ppc64le)
goexperiment.staticlockranking
ios
linux && (386 || amd64 || arm || arm64 || loong64 || mips64 || mips64le || ppc64 || ppc64le || riscv64 || s390x)
linux && arm64
linux && s390x
mips && linux
mips64 && linux
mips64le && linux
mipsle && linux
netbsd
openbsd
openbsd && mips64
plan9 || windows
ppc && linux
ppc64 && linux
ppc64le || ppc64
purego
s390x
solaris && !illumos
!(boringcrypto && linux && (amd64 || arm64) && !android && !msan && cgo)
!(darwin || freebsd || linux || netbsd || openbsd)
!386 && !amd64
!android && !ios && !js && !wasip1
!cmd_go_bootstrap && !compiler_bootstrap
!freebsd && !linux && !solaris
!goexperiment.greenteagc
!js && !plan9 && !wasip1
!linux && !windows
!msan
!netgo && ((cgo && unix) || darwin)
!osusergo && darwin
!plan9 && !js && !wasip1
!race && !asan && !msan
!s390x
!windows && !darwin
!windows && !static && !(darwin && internal)
(!amd64 && !arm64 && !ppc64le && !s390x) || purego
(!amd64 && !s390x && !ppc64 && !ppc64le && !arm64) || purego
(((unix && !android) || (js && wasm) || wasip1) && ((!cgo && !darwin) || osusergo)) || aix
(386 || amd64 || amd64p32) && gc
(386 || amd64 || amd64p32) && gccgo
(amd64 || arm64 || ppc64 || ppc64le) && !purego
(cgo || darwin) && !osusergo && unix && !android
(freebsd || netbsd || openbsd) && gc
(js && wasm) || wasip1 || plan9
(linux && (386 || amd64 || arm64 || loong64 || ppc64le)) || (freebsd && amd64)
(linux && (amd64 || arm64 || loong64)) || (freebsd && amd64)
386
386 || amd64 || amd64p32 || alpha || arm || arm64 || loong64 || mipsle || mips64le || mips64p32le || nios2 || ppc64le || riscv || riscv64 || sh || wasm
386 || arm || mips || mipsle || (gccgo && (ppc || s390))
386 || arm || mips || mipsle || wasm || (gccgo && (ppc || s390))
aix && ppc64 && gc
aix || darwin || (openbsd && !mips64) || solaris
aix || darwin || dragonfly || freebsd || linux || netbsd || openbsd
aix || darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris
aix || dragonfly || freebsd || (js && wasm) || linux || netbsd || openbsd || solaris || wasip1
aix || dragonfly || freebsd || illumos || linux || netbsd
aix || linux
amd64 || arm64
amd64 || arm64 || loong64 || mips64 || mips64le || ppc64 || ppc64le || riscv64 || s390x
amd64 || arm64 || loong64 || mips64 || mips64le || ppc64 || ppc64le || riscv64 || s390x || wasm
arm
cmd_go_bootstrap || compiler_bootstrap
darwin && !ios
darwin && amd64
darwin && arm64
darwin || (openbsd && !mips64)
darwin || dragonfly || freebsd
darwin || dragonfly || freebsd || linux || netbsd || openbsd
darwin || freebsd || linux || netbsd || openbsd
darwin || freebsd || netbsd || openbsd
darwin || linux
darwin || openbsd
dragonfly
dragonfly && amd64
dragonfly || freebsd || linux
dragonfly || freebsd || linux || netbsd || (openbsd && mips64)
dragonfly || freebsd || netbsd || (openbsd && mips64)
freebsd && 386
freebsd && arm
freebsd && arm64
freebsd && riscv64
freebsd || netbsd
gccgo && !aix && !hurd
go1.10
goexperiment.greenteagc
hurd
linux && (386 || arm)
linux && 386
linux && amd64
linux && arm
linux && cgo
linux && gc
linux && mips
linux && mips64
linux && mips64le
linux && mipsle
linux && ppc
linux && ppc64
linux && ppc64le
linux && riscv64
lldb
netbsd && 386
netbsd && amd64
netbsd && arm
netbsd && arm64
openbsd && 386
openbsd && amd64
openbsd && arm
openbsd && arm64
openbsd && ppc64
openbsd && riscv64
plan9 && 386
plan9 && amd64
plan9 && arm
ppc && aix
ppc64 && aix
ppc64le
riscv64
riscv64 && gc
solaris && amd64
unix && !darwin
unix && !ios && !android
unix || (js && wasm) || plan9 || wasip1
unix || windows || wasip1
valgrind && linux
windows && race
zos
zos && s390x && gc
!((darwin || linux || windows || freebsd || openbsd) && (amd64 || arm64 || loong64))
!(386 || arm || mips || mipsle)
!(amd64 || arm64) || !linux
!(cgo && (aix || dragonfly || freebsd || (linux && !android) || netbsd || openbsd)) && !darwin
!(linux && (amd64 || arm64 || arm64be || ppc64 || ppc64le || loong64 || s390x))
!(linux || (darwin && !ios) || dragonfly || freebsd || solaris || windows)
!(unix || (js && wasm))
!386 && !amd64 && !amd64p32 && !arm64
!386 && !amd64 && !arm64 && !loong64 && !ppc64 && !ppc64le && !riscv64 && !s390x && !wasm
!386 && !amd64 && !ppc64 && !ppc64le
!386 && !amd64 && !s390x && !arm && !arm64 && !loong64 && !ppc64 && !ppc64le && !mips && !mipsle && !wasm && !mips64 && !mips64le && !riscv64
!386 && (!amd64 || plan9) && !s390x && !arm && !arm64 && !loong64 && !ppc64 && !ppc64le && !mips && !mipsle && !mips64 && !mips64le && !riscv64 && !wasm
!aix && !darwin && !dragonfly && !freebsd && !js && !netbsd && !openbsd && !solaris && !wasip1
!aix && !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !solaris && !windows && !zos
!aix && !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !zos && !windows && !solaris && !plan9
!aix && !darwin && !freebsd && !openbsd && !plan9 && !solaris && !wasip1
!aix && !darwin && !freebsd && !openbsd && !solaris && !wasip1 && !windows && !(linux && amd64) && !plan9
!aix && !darwin && !js && !((linux && (amd64 || arm64 || loong64)) || (freebsd && amd64)) && !openbsd && !plan9 && !solaris && !windows
!aix && !darwin && !js && !openbsd && !plan9 && !solaris && !wasip1 && !windows
!aix && !linux && (ppc64 || ppc64le)
!aix && !plan9 && !solaris && !wasm && !windows
!amd64 && !arm && !arm64 && !loong64 && !mips64le && !mips64 && !ppc64le && !ppc64 && !riscv64 && !s390x
!amd64 && !arm64 && !loong64
!amd64 && !arm64 && !loong64 && !riscv64
!amd64 && !arm64 && !loong64 && !riscv64 && !s390x
!amd64 && !arm64 && !loong64 && !s390x
!amd64 && !arm64 && !loong64 && !s390x && !ppc64le && !ppc64
!amd64 && !s390x
!amd64 && !s390x && !ppc64le && !arm64 && !loong64
!amd64 || !gc || purego
!amd64 || purego
!android && !((ppc64 || ppc64le) && internal)
!android && cgo && !netgo
!android && linux
!arm && !arm64 && !mips64 && !mips64le && !mips && !mipsle && !wasm
!arm64
!arm64 && !amd64
!arm64 && !loong64
!cgo
!checknewoldreassignment
!cmd_go_bootstrap && !unix && !windows
!cmd_go_bootstrap && unix
!cmd_go_bootstrap && windows
!darwin
!darwin && !freebsd && !linux && !(netbsd && go1.25)
!darwin && !freebsd && !linux && !openbsd && !windows
!darwin && !plan9
!darwin || !cgo || internal
!debuglog
!debugtrace
!faketime && !windows && !(linux && amd64) && !plan9
!faketime && (windows || (linux && amd64))
!gccgo
!go1.16
!go1.18
!go1.21
!go1.21 && (aix || darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris || zos)
!go1.24
!go1.25
!go1.26
!goexperiment.arenas
!goexperiment.boringcrypto
!goexperiment.cgocheck2
!goexperiment.dwarf5
!goexperiment.fieldtrack
!goexperiment.goroutineleakprofile
!goexperiment.heapminimum512kib
!goexperiment.loopvar
!goexperiment.newinliner
!goexperiment.preemptibleloops
!goexperiment.randomizedheapbase64
!goexperiment.regabiargs
!goexperiment.regabiargs && !amd64 && !arm64 && !loong64 && !ppc64 && !ppc64le && !riscv64
!goexperiment.regabiwrappers
!goexperiment.runtimefreegc
!goexperiment.runtimesecret
!goexperiment.simd
!goexperiment.sizespecializedmalloc
!illumos && solaris
!ios
!ios && !android
!ios && darwin
!libfuzzer
!linux && !darwin && !dragonfly && !freebsd && !netbsd && !solaris
!linux && !netbsd && !openbsd && arm64
!linux && (mips64 || mips64le)
!linux && arm
!linux && riscv64
!linux || !cgo
!linux || !go1.24
!lldb && ios && arm64
!math_big_pure_go && (mips || mipsle)
!math_big_pure_go && (mips64 || mips64le)
!math_big_pure_go && (ppc64 || ppc64le)
!mips && !mipsle && !mips64 && !mips64le && !s390x && !ppc64 && linux
!mips && !mipsle && !mips64 && !mips64le && linux
!netcgo
!netgo
!netgo && cgo && darwin
!netgo && darwin
!noopt
!openbsd
!plan9 && !wasm
!plan9 && !windows && !js && !wasip1
!ppc64 && !ppc64le
!ppc64 && !ppc64le && !riscv64 && !s390x
!purego && !wasm
!purego && (386 || amd64 || arm || arm64 || loong64 || ppc64 || ppc64le || riscv64 || s390x)
!purego && (ppc64 || ppc64le)
!s390x || purego
!unix && !plan9 && !windows
!unix || wasm
!valgrind || !linux || (!amd64 && !arm64)
!wasm && !windows
!windows && !android
!windows && !plan9 && !js && !wasip1
(!386 && !amd64 && !arm && !arm64 && !loong64 && !ppc64 && !ppc64le && !riscv64 && !s390x) || purego
(!386 && !amd64 && !arm && !arm64 && !loong64 && !s390x) || purego
(!386 && !amd64 && !arm && !arm64) || purego
(!386 && !amd64 && !arm64 && !loong64 && !ppc64 && !ppc64le && !riscv64 && !s390x) || purego
(!amd64 && !arm64 && !loong64 && !ppc64 && !ppc64le && !riscv64 && !s390x) || purego
(!amd64 && !arm64 && !loong64 && !ppc64 && !ppc64le && !riscv64) || purego
(!amd64 && !arm64 && !s390x && !ppc64 && !ppc64le) || purego
(!amd64 && !arm64 && !s390x) || purego
(!amd64 && !arm64) || purego
(!amd64 && !loong64 && !ppc64le && !ppc64 && !s390x) || !gc || purego
(!arm64 && !s390x && !ppc64 && !ppc64le) || !gc || purego
(!cgo && !darwin && !windows && !plan9) || android || (osusergo && !windows && !plan9)
(!linux && !freebsd && !darwin) || !cgo
(!s390x && !ppc64 && !ppc64le) || purego
(!windows && !solaris) || illumos
((unix && !android) || (js && wasm) || wasip1) && ((!cgo && !darwin) || osusergo)
(386 || amd64 || arm || arm64 || loong64 || ppc64 || ppc64le || riscv64 || s390x) && !purego
(386 || amd64 || arm || arm64) && !purego
(386 || amd64) && (!darwin || ios) && !netbsd
(386 || amd64) && darwin && !ios
(386 || amd64) && netbsd
(386 || arm || loong64) && !purego
(386 || loong64 || riscv64) && !purego
(aix || linux || openbsd) && (ppc64 || ppc64le)
(amd64 || amd64p32) && gc
(amd64 || arm64 || loong64 || ppc64le) && linux
(amd64 || arm64 || loong64 || ppc64le) && linux && !race
(amd64 || arm64 || ppc64 || ppc64le || riscv64) && !purego
(amd64 || arm64 || ppc64le || s390x) && !purego
(amd64 || arm64 || ppc64le || s390x) && !purego && linux
(amd64 || arm64) && linux
(cgo || darwin) && !osusergo && unix && !android && !aix
(darwin && !ios) || linux || zos
(darwin && !ios) || zos
(darwin && race) || (linux && race) || (freebsd && race)
(darwin || dragonfly || freebsd || (linux && !android) || netbsd || openbsd) && cgo
(darwin || dragonfly || freebsd || (linux && !ppc64 && !ppc64le) || netbsd || openbsd || solaris) && gc
(darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris || windows) && !appengine && !android
(darwin || dragonfly || freebsd || netbsd || openbsd) && gc
(darwin || linux || windows || freebsd || openbsd) && (amd64 || arm64 || loong64)
(freebsd && (386 || amd64 || arm || arm64 || riscv64)) || (linux && (386 || amd64 || arm || arm64 || loong64 || mips64 || mips64le || ppc64 || ppc64le || riscv64 || s390x))
(freebsd && 386) || (freebsd && arm)
(freebsd && amd64) || (freebsd && arm64) || (freebsd && riscv64)
(freebsd || netbsd) && (amd64 || arm64 || riscv64)
(freebsd || netbsd) && 386
(freebsd || netbsd) && arm
(goexperiment.boringcrypto && !boringcrypto) || (!goexperiment.boringcrypto && boringcrypto)
(js && wasm) || wasip1
(linux && !386 && !amd64 && !arm && !arm64 && !loong64 && !mips64 && !mips64le && !ppc64 && !ppc64le && !riscv64 && !s390x) || !linux
(linux && !386 && !amd64 && !arm64 && !loong64 && !ppc64le) || (freebsd && !amd64)
(linux && !amd64.v3) || darwin || freebsd || netbsd || openbsd || windows
(linux && (amd64 || arm64 || loong64 || ppc64le)) || (freebsd && amd64)
(linux && 386) || (linux && arm) || (linux && mips) || (linux && mipsle)
(linux && 386) || (linux && arm) || (linux && mips) || (linux && mipsle) || (linux && ppc)
(linux && cgo) || (darwin && cgo) || (freebsd && cgo)
(linux || freebsd || openbsd) && riscv64
(loong64 || riscv64) && !purego
(mips || mipsle || mips64 || mips64le) && linux
(mips || mipsle) && gc
(mips || mipsle) && linux
(mips64 || mips64le) && gc
(mips64 || mips64le) && linux
(netgo && unix) || (unix && !cgo && !darwin) || js || wasip1
(ppc64 || ppc64le) && !aix && !linux
(ppc64 || ppc64le) && gc
(ppc64 || ppc64le) && internal
(ppc64le || ppc64) && !purego
(unix && !dragonfly && !freebsd && !netbsd) || wasip1
(unix && !linux) || (js && wasm) || wasip1 || windows
(unix && !linux) || windows
(windows && !amd64) || !windows
386 && hurd
386 || (amd64 && !plan9) || s390x || arm || arm64 || loong64 || ppc64 || ppc64le || mips || mipsle || mips64 || mips64le || riscv64 || wasm
386 || amd64 || amd64p32
386 || amd64 || amd64p32 || alpha || arm || arm64 || loong64 || mipsle || mips64le || mips64p32le || nios2 || ppc64le || riscv || riscv64 || sh
386 || amd64 || arm64 || loong64 || ppc64 || ppc64le || riscv64 || s390x || wasm
386 || amd64 || s390x || arm || arm64 || loong64 || ppc64 || ppc64le || mips || mipsle || wasm || mips64 || mips64le || riscv64
386 || amd64p32 || (amd64 && (!darwin || !gc))
386 || arm || mips || mipsle
SELECT_USING_THIS_TAG
aix && gccgo
aix && ppc64 && gccgo
aix || (!android && linux) || dragonfly || freebsd || netbsd || openbsd || solaris
aix || (darwin && !race) || (linux && !race) || (freebsd && !race) || netbsd || openbsd || solaris || dragonfly || zos
aix || (solaris && !illumos)
aix || darwin || (js && wasm) || openbsd || solaris || wasip1
aix || darwin || (js && wasm) || wasip1
aix || darwin || dragonfly || freebsd || (js && wasm) || netbsd || openbsd || solaris || wasip1
aix || darwin || dragonfly || freebsd || illumos || linux || netbsd || windows
aix || darwin || dragonfly || freebsd || linux || netbsd || openbsd || plan9
aix || darwin || dragonfly || freebsd || linux || netbsd || solaris || windows
aix || darwin || dragonfly || freebsd || linux || netbsd || windows
aix || darwin || dragonfly || freebsd || linux || openbsd || solaris || wasip1
aix || darwin || dragonfly || freebsd || netbsd || openbsd || solaris
aix || darwin || dragonfly || freebsd || openbsd || solaris || zos
aix || darwin || dragonfly || freebsd || wasip1 || linux || netbsd || openbsd || solaris
aix || darwin || freebsd || linux || netbsd || openbsd || solaris
aix || darwin || freebsd || linux || netbsd || openbsd || solaris || zos
aix || darwin || freebsd || solaris
aix || darwin || netbsd || openbsd || plan9 || solaris || windows
aix || dragonfly || freebsd || (js && wasm) || wasip1 || linux || netbsd || openbsd || solaris
aix || dragonfly || freebsd || linux || netbsd || openbsd
aix || js || solaris || wasip1
aix || linux || dragonfly || openbsd || solaris
aix || linux || solaris
aix || linux || solaris || zos
aix || openbsd
amd64 && ((linux && !amd64.v3) || darwin || freebsd || netbsd || openbsd || windows)
amd64 && (darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris)
amd64 && (linux || darwin)
amd64 && illumos
amd64 && linux && amd64.v3
amd64 && linux && gc
amd64 || 386
amd64 || arm || arm64 || loong64 || mips64le || mips64 || ppc64le || ppc64 || riscv64 || s390x
amd64 || arm64 || loong64
amd64 || arm64 || loong64 || ppc64le || ppc64
amd64 || arm64 || loong64 || riscv64 || s390x
amd64 || arm64 || loong64 || s390x
amd64 || arm64 || loong64 || s390x || ppc64le || ppc64
amd64 || mips64 || mips64le || ppc64 || ppc64le || s390x
amd64 || s390x
arm && gc && linux
arm || 386 || mips || mipsle
arm || mips || mipsle || 386
arm || wasm
arm64 && !linux && !freebsd && !android && (!darwin || ios) && !openbsd
arm64 && darwin && !ios
arm64 && linux && !android
arm64 || amd64
arm64 || loong64
arm64 || riscv64
arm64be
armbe
asan && linux && (arm64 || amd64 || loong64 || riscv64 || ppc64le)
boringcrypto && linux && (amd64 || arm64) && !android && !msan && cgo
cgo && !((ppc64 || ppc64le) && internal)
cgo && !netgo && ((linux && !android) || netbsd || solaris)
cgo && !netgo && (aix || dragonfly || freebsd || netbsd || openbsd)
cgo && !netgo && (android || freebsd || dragonfly || openbsd)
cgo && !netgo && (android || linux || solaris)
cgo && !netgo && (dragonfly || freebsd)
cgo && !netgo && (linux || openbsd)
cgo && !netgo && unix && !(darwin || linux || openbsd)
cgo && !netgo && unix && !darwin
cgo && !osusergo
cgo && !osusergo && unix && !android && !aix && !darwin
cgo && !osusergo && unix && !android && !darwin
cgo && (aix || dragonfly || freebsd || (linux && !android) || netbsd || openbsd)
cgo && darwin
cgo && windows && !internal
cgo && windows && internal
checknewoldreassignment
darwin && cgo && !internal
darwin || dragonfly || freebsd || (js && wasm) || netbsd || openbsd || wasip1
darwin || dragonfly || freebsd || (linux && !android) || netbsd || openbsd
darwin || dragonfly || freebsd || hurd || linux || netbsd || openbsd
darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd
darwin || dragonfly || freebsd || illumos || netbsd || openbsd || solaris
darwin || dragonfly || freebsd || linux || solaris
darwin || dragonfly || freebsd || openbsd
darwin || dragonfly || netbsd
darwin || freebsd || linux || (netbsd && go1.25)
darwin || freebsd || linux || openbsd
darwin || freebsd || linux || openbsd || windows
darwin || freebsd || netbsd
darwin || zos
debuglog
debugtrace
dragonfly || (linux && !(loong64 || mips64 || mips64le)) || netbsd || (openbsd && mips64)
dragonfly || freebsd
dragonfly || freebsd || linux || netbsd
dragonfly || freebsd || linux || solaris
dragonfly || freebsd || netbsd || openbsd
dragonfly || freebsd || netbsd || openbsd || solaris
dragonfly || linux || netbsd || openbsd
dragonfly || netbsd || (openbsd && mips64)
dragonfly || netbsd || openbsd
explicit
faketime
faketime && !windows
freebsd && !amd64
freebsd && !arm
freebsd && (386 || amd64)
freebsd && (386 || arm || arm64 || riscv64)
freebsd && (amd64 || arm64 || riscv64)
freebsd || (linux && (loong64 || mips64 || mips64le))
freebsd || (netbsd && go1.25)
freebsd || dragonfly || netbsd
freebsd || linux || solaris
gc && !arm
gc && !purego && (amd64 || loong64 || ppc64 || ppc64le)
gccgo && linux && amd64
go1.1
go1.16
go1.18
go1.21 && (aix || darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris || zos)
go1.23
go1.25
go1.26
goexperiment.boringcrypto
goexperiment.cgocheck2
goexperiment.dwarf5
goexperiment.fieldtrack
goexperiment.goroutineleakprofile
goexperiment.heapminimum512kib
goexperiment.loopvar
goexperiment.newinliner
goexperiment.preemptibleloops
goexperiment.randomizedheapbase64
goexperiment.regabiwrappers
goexperiment.runtimefreegc
goexperiment.runtimesecret && !arm64 && !amd64
goexperiment.runtimesecret && (arm64 || amd64)
goexperiment.runtimesecret && (arm64 || amd64) && linux
goexperiment.runtimesecret && (arm64 || amd64) && linux && !race && !asan && !msan
goexperiment.runtimesecret && linux
goexperiment.sizespecializedmalloc
icu
illumos && amd64
js || plan9 || wasip1
js || wasip1 || windows
linux && !(386 || arm || mips || mipsle || (gccgo && (ppc || s390)))
linux && !(loong64 || riscv64)
linux && !(mips || mipsle || mips64 || mips64le)
linux && !386 && !amd64 && !arm && !arm64 && !loong64 && !mips64 && !mips64le && !ppc64 && !ppc64le && !riscv64 && !s390x
linux && !386 && !arm
linux && !arm && !arm64 && !loong64 && !mips && !mipsle && !mips64 && !mips64le && !s390x && !ppc64 && !ppc64le
linux && !arm && !arm64 && !loong64 && !mips64 && !mips64le && !ppc64 && !ppc64le && !s390x && !riscv64
linux && (386 || amd64 || arm64 || loong64 || ppc64le)
linux && (386 || amd64 || mips || mipsle || mips64 || mipsle || ppc64 || ppc64le || ppc || s390x || sparc64)
linux && (386 || amd64)
linux && (386 || arm || loong64 || mips || mipsle || mips64 || mips64le || riscv64)
linux && (386 || arm || mips || mipsle || (gccgo && (ppc || s390)))
linux && (amd64 || arm64 || arm64be || ppc64 || ppc64le || loong64 || s390x)
linux && (amd64 || arm64 || loong64 || mips64 || mips64le || ppc64 || ppc64le || riscv64 || s390x)
linux && (arm || arm64)
linux && (arm64 || loong64 || riscv64)
linux && (loong64 || riscv64)
linux && (mips || mips64)
linux && (mips || mipsle || mips64 || mips64le)
linux && (mips || mipsle) && gc
linux && (mips64 || mips64le) && gc
linux && (mipsle || mips64le)
linux && (ppc64 || ppc64le) && gc
linux && (ppc64 || s390x)
linux && (ppc64le || ppc64) && gc
linux && amd64.v3
linux && arm64 && gc
linux && gc && 386
linux && gccgo && 386
linux && gccgo && arm
linux && go1.24
linux && loong64 && gc
linux && race
linux && s390x && gc
linux && sparc64
linux || (darwin && !ios) || dragonfly || freebsd || solaris
linux || (darwin && !ios) || dragonfly || freebsd || solaris || windows
linux || netbsd
math_big_pure_go
mips
mips64
mips64le
mips64p32
mips64p32le
mipsle
msan && ((linux && (amd64 || arm64 || loong64)) || (freebsd && amd64))
netbsd && (386 || amd64 || arm || arm64)
netbsd || openbsd
netcgo
netgo
netgo && netcgo
nethttpomithttp2
noopt
openbsd && (386 || arm || amd64 || arm64 || riscv64)
plan9 && !race
plan9 && race
plan9 || wasm
ppc
ppc64
ppc64le && linux && cgo
purego || !(386 || amd64 || arm || arm64 || loong64 || ppc64 || ppc64le || riscv64 || s390x || wasm)
race && ((linux && (amd64 || arm64 || loong64 || ppc64le || riscv64 || s390x)) || ((freebsd || netbsd || openbsd || windows) && amd64))
race && (darwin || freebsd || linux)
riscv
riscv64 && !linux
s390
sparc
sparc64
timetzdata
tools
unix && !android && !cgo && !darwin
unix && !linux
unix && !wasip1
unix && !wasm
unix || wasip1 || windows
unix || wasm
valgrind && linux && (arm64 || amd64)
wasip1 || js
wasm || windows
windows && !race
windows || darwin
windows || plan9 || (js && wasm) || wasip1
windows || static || (darwin && internal)

0archive/tar
0common	<Dw0xW0DO0gMIyG
0example!	_	<5tBwCNz
0format	<y
1uzz!	<BCx
0reader	<BCJIyG
6!	<B4XDw2X3wC0DOz0gMKIyxG
0stat_actime1	?77	<EG
b2	?85	<EG
5unix	?w	<W4QFIHE
2rconv	<BwIyG
7!	<OyxG
0tar!	<BDwLCW0DOz0gJMKyxG
0writer	<DwCW0D0gKyG
6!	<B0uD3wCW0Dz0gKZyx2Q2RG

8zip
0example!	_	<2kB2wwCNz
0fuzz!	<BCzJx
0reader	<U00Dw0r2X0xCWz0gJKyHG
6!	<B000uDw3wCWzJXKyx2QG
2gister	<2wDCH
0struct	<W0gG
0writer	<U00D0r2XCWy-
6!	<B2w00w2XCW0bzyx2QG
0zip!	<B0hDw0rLCFKyxG

2ena
0arena	?1b	<3ZA
5!	_	?1b	<6ex

0bufio
0bufio	<BDCy-
5!	_	<UBDw0YC0bIyx2RG-
0example!	_	<UBwzIy
2port!	<-
0net!	_	?w	<UC0dJyHx
0scan	<BDC-
4!	_	<UBDCyx05-

2iltin
0builtin	<0h

1ytes
0boundary!	_	?C	<BEx
1uffer	<DC-
6!	_	<BwLC0bIx-
1ytes	<0K0805-A
5_js_wasm!	_	?K	<Bx
5!	_	<Bw0YL11O0bKyx05-A
0compare!	_	<Bwx
0example!	_	<B0WwCzKI05
2port!
0iter	<1105-
4!	_	<Bx
0reader	<DC-
6!	_	<BwCHx

0cmd/addr2line	main
0addr2line!	<UBLzJFyx
0main	<U3k17VwNzIy

5pi	main
0api!	<Vw0JLzJKyHx
0boring!	?X	<wz
0main!	<UB0cwS0J0qP03LCNzRJXFKIyHx

5sm	main
0doc
0main	<U4S7f4s3y1T_0a17Vw0fNz

7/internal/arch
0arch	<_473A483j3R38394y2vwy
2m	<_47y
364	<_3AD
0loong64	<_48Dw
0mips	<_3j
0ppc64	<_3R
0riscv64	<_38w
0s390x	<39

ism
0asm	<4S4s3y_3R382v0mwTIy2B
0endtoend!	<UB3y_w0fzJXZIyx
1xpr!	<3yyx2B
0line!	<3yyx
0operand!	<4S3y_0fyx
0parse	<4S4s3y_3A382v0a070mwCNzIy2B-
1seudo!	<3yyx

hflags
0flags	<_0aVwzJy

hlex
0input	<4s0a07wzJKIy2B
0lex	<07wNzy2B
3!	<yx2B
0slice	<072B
1tack	<072B
0tokenizer	<4s0a072WCzy2B05

4buildid	main
0buildid	<4517VwNzy
0doc

4cgo	main
0ast	<wS0X0q2jPzy
0doc
0gcc	<B2e1E0H1M2800DVwS0qP2_OzRKIy0205-
1odefs	<wS2iPzJy
0main	<6u2u0a1K17VwS2iP0fC0DzJMFZyH
0out	<B6v0H1M28wS2iP2_CzRJXZy05
0util	<BwPzRK
0zdefaultcc

7/internal/cgotest
0overlaydir	<CzJy

hswig
0swig!	<2eLzRJXIyHx

htest	cgotest
0backdoor	<A
1uildid_linux	<B0Hzx
0callback	<090gFyHxA
8_c.c
a_gc.c	?I
dcgo.c	?0a
9windows	<09LMFyxA
4stub_linux_ppc64le	<09x
1go_darwin!	?7R	<x
4linux!	?E	<Fx
4stubs_android!	<x
appc64x_internal_linking!	?6x	<x
3!	?E	<x
3_thread_lock	?C	<09FxG
4unix!	?1A	<x
1thread_unix.c	?2x
8windows.c
0gcc68255	?E	<7gx
0issue1435	?36	<09wLzFZyEx
68146	?1A	<B3dLzRFExG
520266	<09x	#CFLAGS: -I issue20266 -Iissue20266 -Ddef20266
7910.c
61897	?7V	<090FxA	#LDFLAGS: -framework CoreFoundation
ab	?4r	<x
63555	?E	<7h7i
64161_darwin!	?E	<7j7k7l7m7nx
66430	?E	<7p
7743	?E	<7q
67340	?E	<7r
69563	?1A	<7s
530527	?E	<7t
61891.c
54029.c	?2e
9	?2e	<09xA	#linux LDFLAGS: -ldl
9w	?ag	<x
61761	<097ux
62018	?L	<x
a_windows	<09xA
7495	<09
773.c
9b.c
6339.c
ah
7639	?E	<7v
552611	?E	<7w7x
6548_c.c
6740a.c
9b.c
56833_c.c
6907export_c.c
797_linux.c	?1m
f	?1m	<09xG	#CFLAGS: -pthread	#LDFLAGS: -pthread
57234!	<x
66023	?O	<09x	#LDFLAGS: -Wl,-undefined,dynamic_lookup
7861	?E	<7y
58148.c
9	<09
6331.h
6517	?L	<x
9_windows.c
h	<09ExA
6694	?4b	<09Fx
6756	<097zx	#!darwin LDFLAGS: -lm
6811.c
728	?E	<7A
59026	?E	<7Bx
6400_linux	<097CF0F02x
6510	?7E	<7D7EFx
0linux_ppc64le!	?9V	<x
0seh_internal_windows!	?7T	<Lx
4windows!	?7S	<x
2tgid2_linux	<09Fx
6_linux	<09z1PExG
1igaltstack	?5u	<09Fx
3procmask.c	?L
b	?L	<09z1PEx	#CFLAGS: -pthread	#LDFLAGS: -pthread
1tubtest_linux_ppc64le.S
0test	<09Q1Lw0Y0kO0bz1PMF6aHExGA	#!darwin LDFLAGS: -lm	#CFLAGS: -Werror	#CFLAGS: -DCOMMON_VALUE=123	#windows CFLAGS: -DIS_WINDOWS=1	#!windows CFLAGS: -DIS_WINDOWS=0	#CFLAGS: -Wno-psabi -Wno-unknown-warning-option
426213	?E	<7ox
4_unix	?w	<Ex
5windows	<0QEx
4x.c
5	<090kF6a0FyH02xA
1ypeparam	<09

l/gcc68255
0a	<09
0c.c
2h

missue23555a	issue23555
0a	<09

wb	issue23555
0a	<09

s4161arg
0def	?O	<09	#LDFLAGS: -framework CoreFoundation
0use	?O	<09x	#LDFLAGS: -framework CoreFoundation

we0
0main	?O	<09x	#CFLAGS: -x objective-c	#LDFLAGS: -framework CoreFoundation -framework Security

x1
0main	?O	<09wx	#CFLAGS: -x objective-c	#LDFLAGS: -framework CoreFoundation -framework Security

x2
0main	?O	<09wx	#CFLAGS: -x objective-c	#LDFLAGS: -framework CoreFoundation -framework Security

wres
0restype	?O	<09Mx	#LDFLAGS: -framework CoreFoundation

s6213
0jni.h
0test26213	<09x

t430	a
0a	<09
0b	<09

t743
0a	<09
0b	<09

s7054
0egl.h
0test27054	<09x

t340
0a	<09

s9563
0weak	<09
41.c
42.c

r30527
0a	<09O
0b

r41761a
0a	<09

s3639
0a	<09	#CFLAGS: -W -Wall -Werror

r52611a
0a	<09
0b	<09

wb
0a	<09
0b	<09

r76861
0a	<09	#CFLAGS: -Wall -Werror

r8756
0issue8756	<09	#!darwin LDFLAGS: -lm

s828
0issue8828.c
0trivial	<09

r9026
0issue9026	<09wx

s400
0asm_386.s	?I
4amd64x.s	?5U
5rm.s	?I
764.s	?I
4loong64.s
4mips64x.s	?6s
8x.s	?6q
4ppc64x.s	?6w
4riscv64.s	?3y
4s390x.s	?I
0gccgo	?0a	<F02
0stubs	?37

s510a
0a	<09

vb
0b	<09

lcarchive	carchive
0carchive!	_	?U	<UB3O0HVwLCNzRJXFIyHExG05

mshared	cshared
0cshared!	_	<UB3O0h0H2800VwLNzRJFyHx05

lerrors	errorstest
0argposition!	<BwS0qPLzRJyx
0badsym!	<B2eLzRJyx05
0errors!	<BwLzRJXIyx
0ptr!	<BVwLzRJXKy02x

lfortran	fortran
0fortran!	<LzRJFyx

lgodefs
0testgodefs!	<BLzRJFyx

llife	life
0life!	_	<B3OLNzRJx

lnocgo	nocgo
0nocgo
5!	<x

lout	out
0out!	_	<UBw04LzJXIyx

lplugin	plugin
0plugin!	_	<B3OQVw16LNzRJFyxG

lsanitizers	sanitizers
0asan!	_	?0l	<B3mw16LRyx
0cc!	_	?0l	<B0cDwLzR4QJXIyHExG05
1shared!	_	?0l	<w16LzRyx
0empty!	_
0libfuzzer!	_	?0l	<Lyx
1san!	_	?0l	<16Lyx
0msan!	_	?0l	<16Lyx
0tsan!	_	?0l	<LRyx

mhared	shared
0shared!	_	<UB3O0H00Vw0J16LCNzRJXFZIyxG

mo	so
0so!	_	<3OLNzRJFyx

mtdio	stdio
0stdio!	_	<B3OLNzRJyx

ltls	cgotlstest
0tls.c
3	<09Fx
3_none	?4i	<x
3!	<x

5ompile	main
0default.pgo
1oc
0main	<7G7H7I017N7O7Q7R7S7U7V1a7Y7Zw0fNz
0script!	<4aVLzFx

b/internal/abi
0abiutils	<0106Y_07wOH

nt
0avlint32	<wIy
8!	<wIx

mmd64
0galign	<1a2v
1gen	<14_2v
0simdssa	<1d1a_2v
1sa	<01061Q141d1aY_2vwTO
0versions!	_	?0O	<U0H1MDw0JLCO08zRXFIyx

mrm
0galign	<1d1a470f
1gen	<0614Y_47
0ssa	<01061Q1d1aY_47wT0fO08

o64
0galign	<1d1a3A
1gen	<14_3A
0ssa	<01061Q141d1aY_3ATO

lbase
0base	<z
1ootstrap_false	?0Q
atrue	?1B
0debug
0flag	<46_0a0m170cVw0f16NzMFy
0hashdebug	<B_07w4JCzJIyH
9!	<B4Jyx
0link	<_
0mapfile_mmap	?w	<3MzFEA
8read	?00	<Cz
0print	<0717w0f0yz0FZy
0startheap	<wzF0F4rH
0timings	<wCyG

mitvec
0bv	<010708

mloop
0bloop	<01061N0BY07

lcompare
0compare	<01060BYw08Z
7!	<010BY_070mx

nverage
0cover	<01060BY0a1fIy

ldeadlocals
0deadlocals	<0106Y07w0j

nvirtualize
0devirtualize	<01060BY
0pgo	<0141061Q350BY_070cwzy
3!	<0106350BY_4W070mx

mwarfgen
0dwarf	<B01061N1d1a0BY2N_0a07Vw0fKZy
2inl	<01062N_07wy
0linenum!	<1E16LCFx
0marker	<010607
0scope	<01062N_07Z
5!	<3k0h1Ew16LzJFKIyx

lescape
0alias	<010607w0DJ
1ssign	<0106
0call	<01060BY07y
0escape	<01061Q0BY07w0jP1n
1xpr	<0106Y
0graph	<01061QYw
0leaks	<01Oy
0solve	<01061Q07w08y
1tmt	<0106w
0utils	<060BY

lgc
0compile	<01064T14351a43Y7X_0h0L0bKH
0export	<01060BY1Tw0j
0main	<UB017J7K7L6f5v416i061Q7P5w356j1N3i7W1d1a430BY2N_0a0717Vw0fNzF
0obj	<01065w146j1N420BY4w1T_0a0cwy
0util	<010pzJF322Jy

limporter
0gcimporter	<U1kw5h2GCz
a!	<B0w1kw0J5hLzR0gJFyHxG
0support	<011kP2G
0ureader	<010w1k072G

mnline
0inl	<016h061Q350BY_4W07w0j0fIy

r/inlheur
0actualexprpropbits_string	<BI
1nalyze	<0106Y0h0cw0fCzJKy
7_func_callsites	<06350Bwzy
dflags	<0106Ywz
dparams	<06wz
dreturns	<06w0jPz
0callsite	<010607wCJZy
1spropbits_string	<BI
0debugflags!	<x
1umpscores!	<LzJyx
0eclassify	<06wz
0funcprop_string	<wy
8bits_string	<BI
8s!	<U0cVwLzJXIyxG
4tion_properties
0names	<060j
0parampropbits_string	<BI
1state_string	<I
0resultpropbits_string	<BI
0score_callresult_uses	<06wz
5adjusttyp_string	<BI
4ing	<010635Y0hwzKIy
1erialize	<y
0texpr_classify!	<01060BY_070m0jx
1race_off	?4t
7n	?88	<zI
1serial!	<x

uterleaved
0interleaved	<017M416h06350Bw

mr
0abi	<01_
0bitset
0cfg
1heck_reassign_no	?4j
fyes	?7U
1lass_string	<I
1onst	<01Y070jO0s
2py	<07
0dump	<01Y07wCzMX
0expr	<B01Y_07w0jP
0fmt	<B01Y07w0jCzJMy-
1unc	<01Y_0a07wy-
4!	<x
0ir
0mini	<Y07w0j
1knode	=main	?y	<BwS0X0qPWNzKy
0name	<01Y_0a07w0j
1ode	<01Y07w0j
4_gen	<w
0op_string	<I
0package	<Y
0reassign_consistency_check	<0107wJy
8ment	<01
0scc
1izeof!	<MxA
1tmt	<01Y_070j
1ymtab	<Y_
0type	<01Y07
0val	<01Y0j
1isit

lliveness
0arg	<013P06141d_wT
0bvset	<3P
0intervals	<wzKy
9!	<Vw0bzZx
0mergelocals	<013P061d07wzJKZy
0plive	<34013P06141N1d6kY2u_070hwTzKZy

mogopt
0log_opts	<_070cw0fCN0pzJZIyH05
3opt!	<LzJFyx

nong64
0galign	<1d1a48
1gen	<0114_48
0ssa	<01061Q141d1aY_48TO

opvar
0loopvar	<01061Q0BY07w
7!	_	<LzRJXFyx

lmips
0galign	<1d1a3j0f
1gen	<0114Y_3j
0ssa	<01061Q1d1aY_3jTO

p64
0galign	<1d1a3j0f
1gen	<14Y_3j
0ssa	<01061Q1d1aY_3jTO

lnoder
0codes	<2G
0doc
0export	<B011TwC
0helpers	<060w0BY1k070j
0import	<016g060BY1k1T1U0aDw0f5h2Gz0gFy05-
1rgen	<017T0w1k07w0f0yXZ
0lex	<060ww0fy
3!	<0wMFx
1inker	<01061NY1U_0f2GC
0noder	<01060w0BY0aDw0fzJFIy05-
0posmap	<010w07
0quirks	<0ww
0reader	<016f416i06141N430BY2u_0a070uw0j0f2GJy
0types	<Y1k
0unified	<014106350BY1k070hw2G0yCFKy
0writer	<01060wY1kw0jP4g0f2Gzy

lobjw
0objw	<013PY_00
0prog	<0106_07T

lpgoir
0irgraph	<U01060BY4Ww0Dz

mkginit
0init	<01065w14430BY_0a07
4AsanGlobals	<01060BY07y

mpc64
0galign	<1a3R0f
1gen	<010614Y_3R
0opt
0ssa	<01061Q141d1aY_3RT0fOy

lrangefunc
0rangefunc!	_	<wXKx
1ewrite	<010w1kw0jTz

meflectdata
0alg	<015u06140BY_07w
3!	_	<x
0helpers	<0106Y07
0map	<01063iY_0a07T
0reflect	<013P5u06143i426k0BY_0a0700wTKZyH

miscv64
0galign	<1a38
1gen	<0114Y_38
1subr	<14_38
0ssa	<01061Q141d1aY_38T

mttype
0rttype	<0114Y_TM

ls390x
0galign	<1a39
1gen	<0114_39
0ssa	<01061Q141d1aY_39TO

mlice
0slice	<015v061N

msa
0addressingmodes
1llocators	<3M08HA
0bench!	<0bx
1iasedsparsemap	<O
1lock	<07w
1ranchelim	<07
a!	<Yx
0cache	<_Z
1heck	<0639O08
5bce	<1Q
1ompile	<07w2X0fCN0bzJXFZyG
2nfig	<340106Y_07
2pyelim
8!	<Ywx
1pufeatures	<Y_w04
1ritical
1se	<Y070hwK
3!	<Yx
0deadcode	<07
8!	<YwIx
4store	<06Y_
9!	<Y07wZx
2bug	<347F06Y2N_070h0uw0f08Ky
5_lines!	_	<UB0hVwLzJMXFKIyx
5!	_	<VwLCzRJXFIyxG
2compose	<Y0hK
1om
3!	<Yx
0expand_calls	<340106Y07w
3ort!	<01060BY_3A392v070mx
0flagalloc
4s_amd64_test.s
7rm64_test.s
5!	?2B	<Fx
1mahash!	_	<LJXFx
1unc	<3401060BY_07wOy
4!	<Y_07wMx
2se	<07w
4_branchredirect
5comparisons
4!	<YwIx
0generate	?1a
8!	<BwLzJx
0html	<B070hw4jCzRJIy
0id
0layout
1ca	<08
3!	<x
1ikelyadjust	<w
1ocation	<06Yw
2opbce	<01Yw
4reschedchecks	<Yw
5otate	<K
a!	<Yx
2wer
0magic	<0s08
5!	<0sx
1emcombine	<01Y070hK
0nilcheck	<06070f
8!	<YIx
1umberlines	<07wZ
0op	<340106Y_wTy
2Gen	<_473A483j3R38394y2v
2t
0pair	<06YK
2ssbm!	<Ywx
1hiopt
1oset	<wzK
5!	<wx
1rint	<2u07wCy
2ove	<Y070hwO08Ky
5!	<Ox
0regalloc	<0106Y070m0hw0fO08KA
8!	<Y2vwx
2write	<01061Q1N3i0BY_390a0700w0fCO08zJy
7386	<YO
asplitload
7AMD64	<01Y_0fO
clatelower	<0f
csplitload
8RM	<Y0f
a64	<Y
clatelower
7Cond!	<O0bx
7LOONG64	<Y
elatelower
7MIPS	<Y
b64	<Y
dlatelower
7PPC64	<Y0fO
clatelower	<0f
7RISCV64	<Y0fO08
elatelower
7S390X	<Y39O
7Wasm	<YO
7!	<3iMxA
7dec	<Y
a64	<Y
8ivisible
amod
7generic	<06Y_O08
7tern	<04K
0sccp
4!	<Yyx
2hedule	<01Y0h3lKZ
8!	<Yx
1hift!	<Yx
2ortcircuit
c!	<Yx
1izeof!	<MxA
1oftfloat	<YO
1parsemap
9pos	<07
6set
6tree	<wy
1tackalloc	<06Y07w
2mtlines!	_	<2N2e0h1E0H1M28w16L2_CzFKyx
0tern_helpers
1ighten	<01
1rim	<07
1uple
0value	<06Y07w0fOZy
0writebarrier	<1NY_0a07w0f
c!	<Yx
0xposmap	<07w
0zcse	<Y
1eroextension!	<x

ogen
0abi	<340106140BY_4ywT0fNzy
1rch	<06141dY_
0intrinsics	<01061d0BY0mwT0f
a!	<0mVwKyx
0nowb	<01060BY_07wy
0pgen	<0141064T14351dY_0a07w0fzKZyH
1hi	<061dY073lw
0simdintrinsics	<061dY0m
1sa	<UB3401064T141N3i1d420BY_0a070m0hw0j4jT0f1n1gzJKy

mtaticdata
0data	<010614Y2u_0a070Ww0jCzKIyH
0embed	<010614Y_0gZy

rinit
0sched	<01061N420BY_0a07w0jPzy

myntax
0branches	<w
0dumper	<wCM05-
6!	<x
0error!	<VwLzJXZyx
0issues!	<yx
0nodes
5!	<wyx
0operator_string	<I
0parser	<w2WCIy
6!	<BVwLzJXFyHxG
1os	<w
3itions
1rinter	<wCy
7!	<wCzyx
0scanner	<wC05-
7!	<Bwzyx
1ource	<C-
1yntax	<wCz
0testing	<CX
7!	<wXyx
1oken_string	<I
5s
1ype	<0j
0walk	<w

ltest
0abiutils!	<U34011a0BY_2v07wzx
8aux!	<34060BY07wyx2B
1lign!	<x
0bench!	<x
0clobberdead!	<LzJx
1onstFold!	<x
0dep!	<Lyx
1ivconst!	<x
0eq!	<MxA
0fixedbugs!	<B16LzJFyx
1loat!	<Ox
1ree!	<0Y1n210Lx
0global!	<BLzJyx
0iface!	<x
1nl!	<ULC08XFyx
2st!	<LzJXx
2trinsics!	<08x
1ssue50182!	<wZx
63888!	?2b	<Lx
67434!	<x
562407!	<Mx
571943!	<0zLFx
0lang!	<LzJx
1ocals!	<02x
2gic!	<x
0math!	<x
1emcombine!	<00x
3overlap!	<x
2rgelocals!	<064T0BY07LJZyx
1ove!	<x
1ulconst!	<BwLzJyx
0pgo_devirtualize!	<UwLzJXx
4inl!	<UBw2YLCzJXyx
0race	?0Q
1eproduciblebuilds!	<BLzJx
0shift!	<08Mx
1sa!	<BwS0qPLzJFyx
1tack!	<LxA
1witch!	<08x
0test
1runcconst!	<x
0value!	<1dY0fx
0zerorange!	<x

mypebits
0typebits	<013PY

pcheck
0bexport
1uiltin	<Y07
7!	<BLzx
0const	<0106Yw0jPO0s05
0dcl	<0106Y07wH
0export	<0106Y07
3r	<0106Y07w0j0yy
0func	<0106Y07w0jP
0iexport
1import	<0106Y
0mkbuiltin	=main	?y	<BVwS0X0qPCNzJIy
0stmt	<0106Y070y
1ubr	<0106Y_07wKy
1yms	<0106Y_
0target	<06
1ype
4check	<0106Y07w0jy
0universe	<06Y070j

ps
0alg	<01
3kind_string	<I
0fmt	<B012u00wIH
0goversion	<01w3X3vNI
0identity
0kind_string	<I
0pkg	<_0awIH
0size	<01070f0yOK
4of!	<MxA
1ym	<01_y05-
3!	_	<YMKx
0type	<010a07w0j0yH
4!	<x
0universe	<0107
1tils

q2
0alias	<0w
1pi	<0ww0j0yy
3_predicates
3!	_	<0w1kDw3XLKZyHx
1rray
1ssignments	<0ww0yy
0basic
1uiltins	<0w0jP0y
8!	_	<0w1kwx
0call	<0w0yy
1han
2eck	<0ww0j0yz02
5!	_	<B0w1kVw0fLzJMXFIyx
1ompiler_internal	<0ww
8support
2nst	<0w0jP0yO
3text	<BwIyH
7!	<x
3versions	<0j0y05
1ycles	<0w
0decl	<0ww0j0yK
0errorcalls!	_	<0wIx
5s	<0ww0yFy
6!	<x
3support
1xample!	_	?21	<0w1kwNXKy
2pr	<0ww0jP0y
0format	<B0wwIy
0gccgosizes
2sizes
0hilbert!	_	<B1kVwzx
0importer!	_	<6g1kC
1ndex	<0w0j0y
2fer	<0wwKy
2itorder	<0h3lw0yKZ
2stantiate	<0wDw0y
b!	_	<1kyx
2terface	<0w0y
1ssues!	_	<0w1kwLXKyx
0labels	<0w0yK
1iterals	<0w0yy
1ookup	<B
6!	_	<1kJFx
0main!	_	<0JLzx
2p
1ono	<0w0y
4!	_	<1kDwyx
0named	<0wyH02
5!	_	<0w1kx
0object	<B0ww0jy05-
6!	_	<1kwLyx
3set
1perand	<B0ww0j0y
0package	<w
1ointer
1redicates	<K05
0range	<0w0j0y
1ecording	<0w0j
2solver	<0w0hw0j0yKIy05
8!	_	<0w1kwLKx
2turn	<0w
0scope	<0wwCKyH
1election	<Bw
3f!	_	<0w1kL0gJFxG
1ignature	<0ww0yJy
2zeof!	<Mx
4s
5!	_	<0w1kLx
1lice
1tdlib!	_	<B0w1kDw0JLzJFKyHxG
2mt	<0w0j0yK
2ruct	<0w0yI
1ubst	<0w
0termlist	<y
8!	<yx
1uple
1ype	<0w
4lists
4param	<02
4set	<0w0yKy
7!	<0wyx
5tring	<BwKIy-
a!	_	<1kLx
4term
8!	<yx
4xpr	<0ww0j0yy
0under	<11
2ify	<BwZy
3on	<0w0y
3verse	<0jy
1til	<0w0jP
4!	<0w
0validtype	<0w
1ersion	<w4g3X

lwalk
0assign	<01061N0BY070jT
0builtin	<015v061N0BYw0jPTy
0closure	<01060BY07
1ompare	<015u061N1a0BY00w0j3uC
4lit	<01061d42430BY_
2nvert	<01061N1a0BY0m000j
0expr	<0106141N3i420BY_0aw0jT0fy
0order	<01061N1d430BY0a07w0jT
0range	<01061N1a0BY070m0j-
0select	<01060BY07
1tmt	<0106
1witch	<0106141N3i1a0BY_070hw0jP08KZy
0temp	<01060BY
0walk	<01061N3i1a0BY07wT

nsm
0ssa	<01061Q141d1aY_4y

lx86
0galign	<011a2vw0fz
1gen	<0614Y_2v
0ssa	<01061Q1d1aY_2vwTO

6vdata	main
0argsmerge	<wKI
0covdata	<6s3B17VwzF32y
0doc
1ump	<Vw1f5-5_4k3G3H3IzZy
0export!
0merge	<Vw1f4k3G3H3Iz
2tamerge	<w3u1f5-4k3G3H605e5gCzJZGA
0subtractintersect	<Vw1f3G3H3Izy
0tool!	_	<7-Vw3ILNzJXIyHx

7er	main
0cfg!	_	<460cwLzJyx
1over	<B466u0a170h0cVwS0qP1f5e5gCNzJKIy
5!	_	<UB7_VwS0qPLNzRJXyHx
0doc
0export!
0func	<UB0cDwS0qP6TCzR0gJFy2L
0html	<U5zw6T2qCOzJy
0pkgname!	<x

4dist	main
0build	<B0cVwCWNzRJXKZIyHG
5!	<16x
5go	<wCJZy
5runtime	<wzy
5tag	<wy
8!	<wMx
6ool	<w4gzJXy
0doc
0exec	<Ry
0imports	<UDwC0gJIy-
0main	<VwzFy
0notgo124	=building_Go_requires_Go_1_24_6_or_later	?4B
0quoted	<w
0supported!	<16x
1ys_default	?L
4windows	<EA
0test	<B0cVwCWNzRJMXFKIyG
4json	<B0cDwCHG
8!	<yx
0util	<BVwCzRJZIyHG
4_gc	?I
7cgo	?0a
0vfp_arm.s	?I
4default.s	?8u

8pack	main
0archive	<WNz0gJZyG
7!	<x
0pack	<5t2k172w2f0zVwCWNz0gJFyG
0test	<BwNz0gJy

4fix	main
0main	<0a170n6U6V9s9x6WK

4go	main
0alldocs
0chdir!	<0lzyx
0export!
0go11	?8x
2_boring!	_	?X	<x
2!	_	<B800l360o0U2l3z4U4v4V2d490m0H1M28Vw0X0x16LCWNOzRJXFKIyxG
2_unix!	_	?w	<UQLCzRKyEx
3windows!	_	<49LzJyx
0help!	_	<V0X20Lzyx
0init!	_	<L02x
0main	<0l820o84856m868788896o238b0Z6p8c8d8e8f3z2M8g8h2d8i5A17QVw0fNzJ2JKy
0note!	_	<45LFx
0proxy!	_	<2kB2t1K0cDVw0C1X6K522-CWN0d0ezJIyHx
0script!	_	<UB0o0U4v3a4aQ10V94L2-0pzJFyxG
6cmds!	_	<2d3a4aDwzRyHG
7onds!	_	<0o3a4aDw1XLzRJXF0FHx
6readme!	_	<B3aV20Lzyx1t
1top_other!	_	?3O	<zF
5unix!	_	?1k	<zE
0terminal!	_	<D6PL5pCzx

6/internal/auth
0auth	<0l0owN0ezJKyH
4!	<0eMx
0gitauth	<B0l0o4VwN0e0pRy
7!	<yx
0httputils
0netrc	<zJFyH
5!	<Mx
0userauth	<2ew0D0e0pRy
8!	<0eMx

gbase
0base	<0o1bQVwNzRMKyHG
0env	<0owzJF
1rror_notunix	?00
6unix	?w	<DE
0flag	<0o1u2eVw
0goflags	<0o2eVwFy
0limit	<w0xFIH
0path	<DWzJFyH
0signal	<z1PH
6_notunix	?1T	<z
7unix	?0b	<zE
0tool	<0o1Kw0JzJ

hug
0bug	<B0l0o6m0Z3Q2dQwC0pzRJXFy

gcache
0cache	<B0l2s8a0z0uDw0xCWzJIyG
5!	<B00wLzJxG
0default	<0l0owzJH
0hash	<B0zw0rCzFyH
4!	<wzx
0prog	<U0l832eQ0z0W0cDwCNzRH02G

lprog
0cacheprog	<CG

hfg
0bench!	<2CLx
0cfg	<B1u2CQw0J0f7116CWzJFyHG
0zdefaultcc

hlean
0clean	<0l360o1Z2s230Z1b2dQDwCWzJFIyG

hmdflag
0flag	<DVwy

gdoc
0dirs	<Bw1XNzRJXyH
1oc	<B0l17QVw0JPCNzR0gJy
3!	<BV0JLNzJXFyx
0pkg	<UBwS0J3V0X0q2iPCWNJy05-
3site	?0P	<Dw0d0pzR1PJy
7_bootstrap	?17
0signal_notunix	?1T	<z
7unix	?0b	<zE

genvcmd
0env	<B0l360o1u1Z0Z2d2e5AQ0cw0J0fCzJFKZy05-
3!	?U	<B0owLzRJFx05

gfips140
0fips140	<0l0o1u231bQ0C1Xz0gJKy
4!	<0zVwL0DzJKyx
0mkzip	=main	?y	<2kBVw0C1X53CNzJy

hmtcmd
0fmt	<0l0o1Z0Z0mQDwzJ

hsys
0fsys	<1b0cDw0xCW11N0Dz0gJ0FKyHG
4!	<DL2-CWzJMFKyHx
0glob	<zJFZy
0walk	<WJ

ggenerate
0generate	<UB0l0o1Z0Z1b2d2CQw0qPCNzRJXKIy
8!	<LzJMFx

hover
0gomod	<By
2ver	<74
5!	<Mx
0local	<3XFI
0mod	<0C1XZy
3!	<0CKyx
0toolchain	<0lQDwy
9!	<x
0version	<2y

ghelp
0help	<U0l17wCzy1t05-
4doc	<0l

gimports
0build	<B0oDw2W5oy05
0read	<UBDC-
4!	<Cyx
0scan	<1uwWJZIy
4!	<BLz0gJyx
0tags	<0oH

glist
0context	<0J
0list	<UB0l360o1Z4u0Z1b2dQ0cDw6NCzMFZIyH1t

hoad
0flag	<0l0Z2ewy
4!	<0ZwJMx
0godebug	<4t0U0ZDw0J4m0DZIy
0path	<J
1kg	<B0l0o4t1u0U3723444u0Z2l1b2M4U0a1K2C3BQ0cDw0J2jP2y0C0x16Wz0gJF0FKZIyG05-
3!	<0ox
1rinter	<0l0o0cwCzyH
0search	<0Z2l3BJy
0test	<B1u0Z1b2MQDwS0J3V0qPa20DJKZy05-

ickedfile
0lockedfile	<wCWzF
a_filelock	?Q	<6nWz
bplan9	?T	<W0bzyG
a!	_	?0S	<2swLzJxG
0mutex	<wzH
0transform!	_	?0S	<B2s000bJxG

q/internal/filelock
0filelock	<W
8_fcntl	?6Q	<DCW0bHEG
9other	?0T	<DW
8!	_	?25	<6nwLzJFxG
8_unix	?7Z	<WE
9windows	?A	<0QWE

gmmap
0mmap	<z
4_other	?2n	<Cz
4!	<Bx
4_unix	?w	<wWzE
5windows	<w0QzEA

hodcmd
0download	<0l0o0U232t0Z3zQ0cD0CzFH
0edit	<B0l0U2s230ZQ0cDw2y0Czy
0graph	<U0l0o0U0Z3zQ0Cz
0init	<0l0ZQ
0mod	<0l
0tidy	<0l0o0U370Z3zQw2y
0vendor	<B0l0o1u0U371Z0Z1bQDw0J0CCWz0gJZy
2rify	<B0l0U230ZQDw0C52WzF
0why	<0l370ZQwy

jfetch
0bootstrap	?17	<0C
0cache	<B0l0o0U2s2t1K4917Q0cDw0C1XCW0bzJIyH
5!	<QJx
1oderepo	<2kB0U2tQDw2y0C1X53CWz0gJZyG
8!	<2k0o2t4vQ0z0uV520rLCNzJMyxG
0fetch	<2kB0l0o1u0U2s1b2M1K49Q0z0WDw0C5253CWzJZyH
0key
0proxy	<0l0o2t3QQ0cDw0C1XCW0p0gJyHG
0repo	<0o2t4U3Q1KQw0CCWzIG
0sumdb	?0P	<B0l0o2s3QDw0C6K5SCW0pzJyHG
0toolchain	<0U2tQwCZy

o/codehost
0codehost	<B0o2s1bQ0zw0C1XCWzRJyHG
0git	<B0l2s3Q1KQ0z0WDw1XCW0pzRJXFKZIyHG
3!	<2kB0o4vQV1XLCWNz0gJMFyHxG
0shell	=main	?y	<2kUB0o2tVwCNzyG
1vn	<2k0lQ3EwCz0gJIG
0vcs	<0l0o2s1b1KQDw1X3vCWzJZIyH02G

pzip_sum_test	zip_sum
0zip_sum!	_	<0o23Q0z5M0uVw0CLCzJyx

jget
0get	<0l0o0U37230Z2l3z2d1KQDw2y0CzJFZIyH
0query	<0l0U0Z2l1b3Bw0CJXyH-

jindex
0build	<B1uDwS0J2WP5oCWJKZy05-
5_read	<UBDwS0J0q2jPCIy05-
0index!	<0u0c0J20JMFx
0read	<B0l360o1u371b1K00Dw0J2WP0x730gJF0FZyHGA
0scan	<0l1u1b0cDw0J3V2jPWJy
1yslist!	<0JFx
0write	<0l00PZ

lfo
0info	<2t0cG

jload
0build	<0l0o0U232t444u2lQ0uDw0CWzJ
5list	<0l0o0U5x1KQDw0C0DzF0FKyH02
0edit	<0o0U5x1KQDw0C0DzK
0help	<0l
0import	<0o1u0U23442l1b1KQDw0J0CWz0gJZy
6!	<Q0CLXyx
1nit	<B0l0o4t1u0U2s232lQDw2y0C4m3vC0Dz0gJKIyH
0list	<B0l0o0U2t4u2l1K3BQ0cDw0CCzFy
1oad	<0l0o4t1u0U3723445x2l1b1KQDw0J0C20W0Dz0gJFKZyH02
0modfile	<0l0o1u0U2s232M1KQDw2y0CzJyH05
1vs	<0U232tQD0CzZ
3!	<x
0query	<B0o0U37232t4u2l1b2M3BQDw0C1XWz0gKZyHG
5!	<0o4vQV0CLNz0gJyx
0search	<0o1u0U37442l1b2M1K3BQDw0CWz0gJFZyH
1tat_openfile	?0U	<Wz
5unix	?w	<WzE
5windows	?A	<W
0vendor	<0l0UDw2y0C1XWzJyH

hvs
0errors	<w0Cy
0graph	<0Uw0CK
0mvs	<1Kw0CKZH
3!	<w0CMyx

grun
0run	<0l0o1Z0Z1b2dQ0JJy

gsearch
0search	<0l0o1u1b3Bw0J2yWz0gJy

htr
0path	<zJFy
0str	<wy05-
3!	<zJFyx

gtelemetrycmd
0telemetry	<0l5AQwz

pstats
0telemetrystats	?0P	<0l0o0Z17y
e_bootstrap	?17
0version_other	?4k	<17
8unix	?4l	<B17w55Fy
8windows	?4m	<17w0Q

ist
0cover	<0l0owCzJH
0flagdefs
8!	<0o6qL0Dzx
0genflags	=main	?y	<B6qNzR1t
0test	<B0l360o1Z2s0Z2l1b2M2d6wQDw0C1f16CWzRJXKIyH02G
4flag	<0l0o6l2dDVw0xzJIyG

k/internal/genflags
0testflag	<Vyx
0vetflag	<B0l0cwRXZ

hool
0tool	<0l0o1Z440Z1b2d17Q0cDVw0J160DzR1P0gKZy

kchain
0exec	?0S	<0lw0xzRFE
4_stub	?-	<0l
0path_none	?5q	<W
5plan9	<0UWzJ
5unix	?w	<0U0NWzJE
5windows	<0UWzJyH
0select	<B0l0o0U0Z6p2d2C17QDVw0J0C0xCWNzJFIy
1witch	<0l0o0U230Z17QwzJZy
0toolchain!	<yx
0umask_none	?1_	<W
6unix	?2M	<WE

hrace
0trace	<Q0cD4qzy02G

gvcs
0discovery	<3EwCy
9!	<Myx
0vcs	<B0l0o2l1b3Q2CDw0C0x3v76WN0pzRJIyHG
3!	<3QDwLzJyx

iweb
0auth	<0cwCN0ez0gy
0bzr	<N0e
0dir	<N0e
0fossil	<wN0e66zRJH
0git	<N0e66RFKH
0hg	<UQDCN0e4O0pzRKyHG
0insecure	<N0e
0script	<UB3aQDw0C1X532-CN0ezRJXFIyG
1vn	<CN0d0eRyH
0vcweb	<U3aQ0zDwCWN0ezR0gJ0FyH2LG
5!	_	<5yCN0e1szx

l/vcstest
0vcstest	<B4U5y4V1v0_1pwLCN0e1s0pzJx
7!	_	<5yDVwCWN0d0e1szRJyxG

hersion
0version	<0l0UQ6D0cDwWzJFy

it
0vet	<2kB0l0o1Z0Z2M2dQ0cDwCzKIyH
3flag	<B0l6l2d0cDVwNzRJy

gweb
0api	<BwCW0py05-
0bootstrap	?17	<D0p
0file!	<DWzJx
0http	?0P	<810l0o4V5z1vDwC300d0e0pzyG
0url	<D0pJy
3_other	?L	<DJ
9!	?L
3!	<0px
3_windows	<DJy
b!

j/intercept
0intercept	<D0e0p

hork
0action	<UB0l360o1Z0Z1b2M45461K493lQ0H0cw16zJKyHG
0build	<0l0o1u1Z0Z2l2M2CQDVw0JzJFIy
5!	<0l0o1ZLWzJMFyx
5id	<B0l360o1u1b452C2e17wzRyH
0cover	<0o1b46Q0cw1fCzJ
0exec	<B0l360o1u0U1Z0Z1b2M45462C2e0mQ0z0cDwP3vCWN0bzRJXFKZIyHG
4!	<B0a0mw0bxG-
0gc	<U0l0o4t1u0U1Z1b2e1Vw0f16CzJFyH
2cgo	<B0l0o1u1Z1b2C6vwzRJyH
0init	<B0l0o1u0Z2ew16zRJXFKIH
0security	<0o1Zw3vXy
8!	<zyx
1hell	<B0l360o1Z1b1K2CDw3vCWzRJFIyHG
5!	?w	<BLyx05

kcmd
0edit	<0l0U0ZQ0cw2y0CzJy
0init	<0l1u0U0ZQ2yJ
0sync	<0l0U370Z3zQ0C
0use	<0l1u0U0Z1b3zQw2yWzJ
0vendor	<0l0o6o0ZQ
0work	<0l

6fmt	main
0doc
0gofmt	<B17QVwS0q2i2jP6N20CW0bzJF32Iy
5!	<BV20zJyx2B
5_unix!	?w	<zJyxG
0internal	<BS0q2iPy
0long!	<BVwS2iPLCWzJFyx
0rewrite	<wS0qPzMy05-
0simplify	<SPM

4internal/archive
0archive	<UB1T1UDwCNzIyG-
7!	<B0H1M28wL2_CzJFHx-

dbio
0buf	<UCNz
3_mmap	?w	<F02E
4nommap	?00

eootstrap_test	bootstrap
0experiment_toolid!	_	?8i	<BDLzRJFx
0overlaydir!	_	<CWzJy
0reboot!	_	<wLCzRJFyxG

erowser
0browser	<zRFG

euildid
0buildid	<B0Hw2_CWzIy
7!	<B0z0H003wzMyx
0note	<B0H1M00wCWz
0rewrite	<B6r4x0z0H1MwC

dcodesign
0codesign	<2u0z1M00C

fv
0mreader	<1TCz
0read!	_	<6sw1f3G3H3ILzJx
4covdata	<1Tw1f3G3H3ICz

g/covcmd
0cmddefs	<0zw1f

ddisasm
0disasm	<UB3k074b00w8S8T8U8V8W8X8YCzJXZy2L

ewarf
0dwarf	<B070hDw0fRKIy
5_defs
5!	<Mx
0putvarabbrevgen
f!	<BVwS0X0q2iPzIyx

dedit
0edit	<wZ
4!	<x

dfuzztest
0script!	<4aVLx

dgcprog
0gcprog	<wC

eoobj
0builtin	<0f
7list
0funcinfo	<B00T
0mkbuiltin	=main	?y	<BVwS0X0qPCNzJy
0objfile	<1T00DwA
7!	<UB1T0aw0fLzx

dhash
0hash	<0z0r

dmacho
0macho	<1M00CA

eetadata	main
0main	?y	<8kw5nF

eoddeps
0moddeps!	_	<B0cw0CLCWzJKZyHx

dobj
0abi_string	<I
1ddrtype_string	<I
0data	<0aNO
1warf	<2N0a07wKyH
0fips140	<0aw4J0fNzy
0go
0inl	<07
0ld
1ine	<1U07
4!	<07wx
3k	<UB2N1U0a070m00wTH02
0mkcnames	=main	?y	<UVwNzXy
0objfile	<B1T1U2u0a0m0h00wTCNzJKZy
7!	<B1U0mLzJxA
0pass
1cln	<1U0a00wN
1list	<0a07wTy
0sizeof!	<MxA
1tringer	=main	?y	<UVwNzXy
1ym	<1U2u0a0W00w0fNOZ
0textflag
0util	<B0awT0fCy

g/arm
0a.out.go	<_
1names	<_
65
1sm5	<_0aw0fNOK
0list5	<_w
0obj5	<_0a0mT0fN

k64
0a.out.go	<_
1names	<_
67
1sm7	<_0a00DwNO08Ky
3_arm64!	<x
9_test.s
3!	<BwLzJXx
0doc
0list7	<_w
0obj7	<_0a070mT0fNO
0specialoperand_string	<I
1ysRegEnc

hloong64
0a.out.go	<_
1names	<_
1sm	<_0awN08K
3!	<BwLzJXFx
0cnames
0doc
0list	<_w
0obj	<_0a070mTNO

hmips
0a.out.go	<_
1names	<_
60
1sm0	<_0a0mwNK
0list0	<_w
0obj0	<_0m00wTNO

hppc64
0a.out.go	<_
1names	<_
69
1sm9	<_0a00w0fNO08Z
4_gtables	<_
3!	<B_0aw0fLOzJXyx
0doc
0list9	<_w
0obj9	<_0a070mT0fNO08y

hriscv
0anames	<_
1sm!	<BwLzRJXFx
0cpu	<_Dw
0doc
0inst	<_
0list	<_w
0obj	<_0a070mwT0fNO08y
3!	<wx

hs390x
0a.out.go	<_
1names	<_
6z
1smz	<_0awNOK
0condition_code	<w
0listz	<_w
0objz	<_0a0mTNO
0rotate	<08
6!	<x
0vector	<_

hwasm
0a.out.go	<_
1names	<_
0wasmobj	<B_0a0m00wTCO

hx86
0a.out.go	<_
1enum	<_
1names	<_
1sm6	<_0a0m00w0fNy
3!	<_0aLzJXx
1vx_optabs
0evex	<_Dwy
0list6	<_w
0obj6	<_0a070mTNO0gy
4!	_	<UBwLzJXIyx
0pcrelative!	_	<BwLzJx
0seh	<_0a070WwO
0ytab

gabi
0autotype
0flag	<Vw4J0fCNzMZIy
4!	<x
1uncid	<Ty
0head	<w
0line	<0fzJFy
4!	<JFx
0path	<wIy
4!	<LRyx
1kgspecial	<H
0reloctype
9_string	<I
0stack	<T0f
1ymkind
7_string	<I
0util	<w0fy
0zbootstrap

gfile
0elf	<1E0H00wC
0goobj	<4w1U0a0m1E6EDwCz
0macho	<1E1MwCKZ
0objfile	<4w0h1E6EwCzK
0pe	<1E28wCKZ
1lan9obj	<1E6FDwCKZ
0xcoff	<1Ew2_C05

esinfo
0doc
0os_js	?0k	<w4R
3plan9	?T	<z
3solaris	<EA
4yscall	?2A	<E
7tl	?F	<yE
3uname	?78	<ByA
3wasip1	?D	<Dw
4indows	?A	<w0Q
0version_unix!	?w	<yx

dpar
0queue	<w
5!	<Hx
0work	<D0bH02
4!	<02xG

fthcache
0lookpath	<1KR

ego
0deserialize	<UwCIy
0pgo
1prof	<Dw2YCZ
0serialize	<UwC
9!	<B00wMyx

ekgpath
0pkgpath	<BDwzRy
7!	<Lzx

jtern
0pat!	<yx
1kgpattern	<Xy-

dquoted
0quoted	<Vwy05
6!	<Myx

drobustio
0robustio
8_darwin	<DE
9flaky	?ae	<D0bzEG
9other	?2d	<z
9windows	<D0QE

dscript
0cmds	<2C49Dw20WzRJXFIyHG
4_nonunix	?00
5unix	?w	<DE
1onds	<w5ozFH
0engine	<UQDwC0DKZyG
1rrors	<Dw
0state	<BQw2-CWzRJXy

j/scripttest
0conditions	<3aw0f16LFyx
0doc
0readme	<B3a20LzJyx1t
1un	<B3aQwL2-zRJFyxG
0scripttest	<U2C3aDCyx
1etup	<LCzJFyHx

erc
0pos	<BwC
3!	<wx
0xpos
4!	<xA

eys
0arch	<0004
4!	<x
2gs

dtelemetry
0telemetry	?22	<1793z
9_bootstrap	?2F

m/counter
0counter	?22	<V5Vz
7_bootstrap	?2F	<V

fst2json
0test2json	<B0cwCIyG05-
9!	<B0cVwCzJMyx-

hdir
0testdir!	_	<B0cDVw0J2W3uLCWNzR0gJXFKZIyHxG05

4link	main
0cgo!	<BLzJIx
0doc
1warf!	<B2N3k2e1E16LzR0gJFyx
0elf!	?0D	<452u1B0H00w16LzRJFyHx1tA
0link!	<UB4x3k0m0H1M28DT16L2_zRJXFIyxA
4big!	<Bw0fLzx
0main	<0m8l8m8n1B8t8u8v8w8x8y8z8Aw0fz
0script!	<4aVLFx

8/internal/amd64
0asm	<0a0m1B0R0V0HN
0l
0obj	<0a0m1B

jrm
0asm	<0a0m1B0R0V0HwN
0l
0obj	<0a0m1B

l64
0asm	<0a0m1B0R0V0HwN
0l
0obj	<0a0m1B

ibenchmark
0bench	<wCzF32G05
5!	<x

idwtest
0dwtest	<1EDwz

ild
0ar	<1T0R0V00w0fCzJy
1smb	<0a0R0VwFH
0config	<w0f16
0data	<B8j0a0m0R6x0V2S0H00wTN0bzZIyH02
4!	<0a0m0R0fx
1eadcode	<1U0a0m0R0VwT0fy05
8!	<BLJx
2codesym	<0m0R0V0H00TN
1warf	<2N_0a070m0R0V0hwT0fN0gFKyH
5!	<2N3k8p1E28w16LCzJMFZIyx
0elf	<2u0a0m0R0V0h0H000uw0fzJFKy
3!	?E	<0HwLzRJFZyx
1rrors	<_0R0VH
1xecarchive	?5t	<zRJE
b_noexec	?ac
0fallocate!	?82	<DzJFEx
1ips140	<UB_0a0R0V3n0z0H1M2800w0rCz
0go	<1T_0a0m0R0V0H0cwCzZIy
2!	<0aLzJMFx
0heap	<0R
4!	<0Rx
0inittask	<0a0R0VwZ
1ssue33808!	<LFyx
0ld	<1U0R0VNz0gJIy
2!	<B28wLzJFyx
1ib	<B1T1U2u0a0m8q0R8r6x8s0V0H1M0W00w0f16CNzRJFKZyHG
2nk	<U0a0R0V0Hw
0macho	<B6r4x0a0m0R0V1M00w0fCzZyA
5_combine_dwarf	<B4x2S1M00wCzMA
5!	?O	<1MwLzJx
5_update_uuid	<2u4x1MCz
2in	<U1U0a2e0m178oV0fNzF32Iy
1sync_darwin_libc	?O	<A
0nooptcgolink!	<LJx
0outbuf	<0m0R00DNz
6_bsd	?8r	<0NE
7darwin	<EA
7linux	<E
7mmap	?w	<E
7nofallocate	?4o
9mmap	?0T
9tdarwin	?4n
6!	<JFx
6_windows	<3MEA
0pcln	<1U0a0m0R0V0hwT0fJKy
1e	<B0a0m0R0V2800w0fOzJKZIy
0seh	<0m0R0V
1tackcheck	<_0a0Rw0fZy
a!	<wLzXIx
1ym	<0a0m0R0V0fNF
3tab	<_0a0R0V0Hw0fJy
0target	<0a0m00
1ypelink	<0a0R0VKy
0util	<0R00wz
0xcoff	<B0a0R0V00w08zJZyH

joadelf
0ldelf	<B1T0a0m0R0V0H00wCNy

nr
0loader	<B1T1U_0a0m0V0HwTC11N08zZy
6!	<B1U0a0m0Vwx
0symbolbuilder	<1U0a0m0V0hK

mmacho
0ldmacho	<B1T0a0m0R0V00w

mpe
0ldpe	<B1T0a0m0R0V2800DwCIy
0seh	<0a0m0R0VwZ

mxcoff
0ldxcoff	<1T0a0m0R0VDw2_

kong64
0asm	<0a0m1B0R0V0HwN
0l
0obj	<0a0m1B

imips
0asm	<0a0m1B0R0V0H
0l
0obj	<0a0m1B0R0f

m64
0asm	<0a0m1B0R0V0H
0l
0obj	<0a0m1B0f

ippc64
0asm	<0a0m1B0R0V0H00w0fNIy
0l
0obj	<0a0m1B0f

iriscv64
0asm	<380a0m1B0R0V0HwNZ
0l
0obj	<0a0m1B

is390x
0asm	<0a0m1B0R0V0H
0l
0obj	<0a0m1B

jym
0compilation_unit	<2N
0library	<1U
0reloc	<0a0m0H1M
0segment
1ymbol	<_0f
3kind	<0a
7_string	<I

iwasm
0asm	<B_4y0a1B0R0VwT0fCX
0obj	<0m1B

ix86
0asm	<0a0m1B0R0V0HN
0l
0obj	<0a0m1B

4nm	main
0doc
0nm	<U3k17VwNzZ
2_cgo!	<Lx
2!	<3w16LzJFyx1t

4objdump	main
0main	<6t3k17VwNzXIy
0objdump!	<2uVw16LzJFyx

4pack	main
0doc
0pack	<4w17wCWNzJ
4!	<UB4wwLCWzJFyxG

5prof	main
0doc
0pprof	<6t3k171v1EVw6G2aC0e0pzXIyHG
5!	<LzJFyx
0readlineui	?65	<w6G6PCzy

5reprofile	main
0main	<U0a4W17VwNz

4relnote	main
0relnote!	<V8ZLWzJx

4test2json	main
0main	<176wVwCzR1P
0signal_notunix	?1T	<z
7unix	?0b	<zE

5ools
0tools	?a3	<9b

5race	main
0doc
0gen	<w1r2Py
1oroutinegen	<1r
9s	<0hw2q1r2PN0eKZyG
1state	<w1r2P4qy
0jsontrace	<0h1r2PNO0eKIG
9!	<B0c4p2P4qC1szJKIyxG
0main	<5z170hVw1r4p1j2PCN0d0ea8zK022LG
0pprof	<0hw1r2P0eKyG
5!	<B3x0ez2Jyx3hG
1rocgen	<w1r2P4q
0regions	<0hw2q1r2P0e0pKZIyG
0tasks	<B0hw2q1r2PN0eKyG
1hreadgen	<w1r2P4q
0viewer	<w1r2PK

4vendor/github.com/google/pprof/driver
0driver	<8K1W2aC0D0eXG

zinternal/binutils
0addr2liner	<Uw1WCRIyH
a_llvm	<U0cw1WCRIyH
bnm	<UB1WCRIy
0binutils	<0H1M2800Dw8L1WCzRJXFIyH
0disasm	<B1W6HCXIy

Idriver
0cli	<Dw5N1Wz
1ommands	<Bw1W4ECzRFZyG
2nfig	<w0pMKIyH
0driver	<Bw1W4E2aCzJXy
6_focus	<w3r1W2aXKIy
0fetch	<Bw3r1W2aC0e0pzRJFIyHG
1lags	<Vy
0interactive	<w1W4E2aCXZIy
0options	<Uw5N1W8M8OCzy
0settings	<0cw0pzJ
1tacks	<0c3r2q0e
1vg	<8PXy
0tagroot	<3r2ay
1empfile	<wzJH
0webhtml	<10w4E2qzH	@html
3ui	<Bw513r1W4E2a2qC0D0d0e0pzRKIyG
@html	html/common.css	html/common.js	html/graph.css	html/graph.html	html/header.html	html/plaintext.html	html/source.html	html/stacks.css	html/stacks.html	html/stacks.js	html/top.html

Ielfexec
0elfexec	<U0H00wC

Igraph
0dotgraph	<w3rCOJy
0graph	<w2aOJXZIy

Imeasurement
0measurement	<w2aOKyG

Iplugin
0plugin	<2aC0eXG

Ireport
0package	<X
0report	<w513r1W2aC0pJXZIy2LG
0shortnames	<51JX
1ource	<Uw513r1W2a2qCzJXKZIy
6_html	<2q
1tacks	<0z00w3r2aJ
1ynth	<2a

Isymbolizer
0symbolizer	<w5N1W8N2a6HC0e0pJy

Oz
0symbolz	<Bw1W2aC0p0gXIy

Itransport
0transport	<1v0_w1W0ezH

zprofile
0encode	<DZy
0filter	<X
0index	<wIy
0legacy_java_profile	<BwCJXIy
7profile	<UBwCOXIy
0merge	<00wKZIy
0profile	<B2fwCOJXKZyHG
3to	<DwK
2une	<wXKy

zthird_party/svgpan
0svgpan	<10	@svgpan.js
@svgpan.js	svgpan.js

mianlancetaylor/demangle
0ast	<wy
0demangle	<Dwy
0rust	<wO08y-

colang.org/x/arch/arm/armasm
0decode	<00w
0gnu	<Bwy
0inst	<Bw
0plan9x	<B00wCOy
0tables

w64/arm64asm
0arg
0condition
9_util
0decode	<00w
0gnu	<y
0inst	<wy
0plan9x	<wCZy
0tables

tloong64/loong64asm
0arg
0decode	<00w
0gnu	<y
0inst	<wy
0plan9x	<wy
0tables

tppc64/ppc64asm
0decode	<00wNZH
1oc
0field	<wy
0gnu	<Bwy
0inst	<Bw
0plan9	<wy
0tables

triscv64/riscv64asm
0arg
0csr_string	<I
0decode	<00D
0gnu	<y
0inst	<wy
0plan9x	<wCIy
0tables
0vector

ts390x/s390xasm
0decode	<00w
0field	<w
0gnu
0inst	<Bwy
0plan9	<wIy
0tables

tx86/x86asm
0decode	<00DwF
0gnu	<wy
0inst	<Bw
2tel	<wy
0plan9x	<wy
0tables

obuild/relnote
0dump	<w69y
0links	<w0C69y05-
0relnote	<UBDwCW0gX69KIy

omod/internal/lazyregexp
0lazyre	<zXyH

smodfile
0print	<Bwy
0read	<BDwzIy05-
1ule	<0hDw5R0C1XJKIy05
0work	<wKy

vule
0module	<0hDw1X0gKy05-
0pseudo	<Dw5R1XyG

ssemver
0semver	<Ky

tumdb
0cache	<H02
1lient	<BDw0C5S5TyH02
0server	<BQ5R0C5T0ezy
0test	<Qw0C5S5TH

x/dirhash
0hash	<2k0z0WDwCzJKy

ynote
0note	<B250z0W00DwCIy05-

ytlog
0note	<B0WDwIy-
0tile	<wIy
1log	<0z0WDw08

szip
0zip	<2kBDw4g2y0CCzR0gJyG05-

osync/errgroup
0errgroup	<QwH

tsemaphore
0semaphore	<4bQH

qs/plan9
0asm.s
3_plan9_386.s
aamd64.s
brm.s
0const_plan9
0dir_plan9	<D
0env_plan9	<E
1rrors_plan9	<E
0pwd_plan9	<E
0race	?9R	<FA
40	?9Q	<A
0str	?T
1yscall	?T	<ByA
7_plan9	<BEA
0zsyscall_plan9_386	?3r	<A
famd64	?3s	<A
grm	?3t	<A
4num_plan9

sunix
0affinity_linux	<08A
1liases	?W	<E
1sm_aix_ppc64.s	?I
4bsd_386.s	?2m
8amd64.s	?66
9rm.s	?2m
b64.s	?1u
8ppc64.s	?1u
8riscv64.s	?1u
4linux_386.s	?I
aamd64.s	?I
brm.s	?I
d64.s	?9o
aloong64.s	?9t
amips64x.s	?9i
ex.s	?9h
appc64x.s	?9k
ariscv64.s	?3y
as390x.s	?9v
4openbsd_mips64.s	?I
4solaris_amd64.s	?I
4zos_s390x.s	?3H
1uxv	?8A	<EA
4_unsupported	?4A	<E
0bluetooth_linux
1pxsvc_zos	?3G	<BwA
a.s
0cap_freebsd	?0t	<Dw
1onstants	?W
0dev_aix_ppc	?1v
b64	?0Y
4darwin
5ragonfly
4freebsd
4linux
4netbsd
4openbsd
4zos	?0d
1irent	?W	<A
0endian_big	?1z
7little	?6G
2v_unix	?W	<E
0fcntl	?8b	<A
5_darwin	<A
6linux_32bit	?6l
1dset	?W
0gccgo	?2-	<E
5_c.c	?2-
6linux_amd64	?8w	<E
0ifreq_linux	?C	<A
1octl_linux	<A
6signed	?1w	<A
6unsigned	?7Y	<A
6zos	?0d	<FA
0mmap_nomremap	?6-
1remap	?9z	<A
0pagesize_unix	?W	<E
1ledge_openbsd	<DwI
1trace_darwin	?2G
7ios	?1I
0race	?62	<FA
40	?6P	<A
1eaddirent_getdents	?75
firentries	?86	<A
0sockcmsg_dragonfly
9linux	<A
9unix	?W	<A
d_other	?71	<F
9zos	<A
1ymaddr_zos_s390x.s	?3H
2scall	?W	<ByA
7_aix	?0h	<A
b_ppc	?1v
f64	?0Y
8bsd	?F	<FEA
8darwin	<wEA
e_amd64	?0Z	<E
grm64	?14	<E
flibSystem	?O	<A
9ragonfly	<HA
h_amd64	?0-	<EA
8freebsd	<DHA
f_386	?0V	<EA
gamd64	?0_	<EA
hrm	?11	<EA
j64	?15	<EA
griscv64	?1h	<EA
8hurd	?31	<09A
c_386	?6D
8illumos	?7e	<A
8linux	<00KIEGA
d_386	?0W	<A
ealarm	?96
fmd64	?0y
j_gc	?7g	<E
frm	?12	<A
h64	?0s	<A
egc	?37
g_386	?9p	<E
harm	?7q	<E
gcgo_386	?9q	<EA
karm	?9r	<EA
eloong64	?0n	<A
emips64x	?V
ix	?_	<EA
eppc	?3c	<EA
h64x	?Y
eriscv64	?0L	<A
es390x	?1i	<A
fparc64	?1j
8netbsd	<EA
e_386	?0X
famd64	?10
grm	?13
i64	?16
8openbsd	<ZEA
f_386	?0x
gamd64	?0z
hrm	?0A
j64	?0B
glibc	?1R	<A
gmips64
gppc64	?0K
griscv64	?0M
8solaris	<wzFHEA
f_amd64	?1x
8unix	?2x	<BZHEA
c_gc	?64	<E
f_ppc64x	?9m	<E
8zos_s390x	?0d	<BwzMXFZyHEA
3vshm_linux	?C	<F
8unix	?60	<A
c_other	?61
0timestruct	?W	<G
0unveil_openbsd	<w
0vgetrandom_linux	?9s	<A
bunsupported	?55
0xattr_bsd	?2Z	<yA
0zerrors_aix_ppc	?3u	<E
f64	?3v	<E
8darwin_amd64	?0Z	<E
grm64	?14	<E
9ragonfly_amd64	?0-	<E
8freebsd_386	?0V	<E
gamd64	?0_	<E
hrm	?11	<E
j64	?15	<E
griscv64	?1h	<E
8linux	?C	<E
d_386	?0W	<E
eamd64	?0y	<E
frm	?12	<E
h64	?0s	<E
eloong64	?0n	<E
emips	?1M	<E
i64	?1N	<E
kle	?1O	<E
ile	?1P	<E
eppc	?1U	<E
h64	?1V	<E
jle	?1g	<E
eriscv64	?0L	<E
es390x	?1i	<E
fparc64	?1j	<E
8netbsd_386	?0X	<E
famd64	?10	<E
grm	?13	<E
i64	?16	<E
8openbsd_386	?0x	<E
gamd64	?0z	<E
hrm	?0A	<E
j64	?0B	<E
gmips64	?1f	<E
gppc64	?0K	<E
griscv64	?0M	<E
8solaris_amd64	?1x	<E
8zos_s390x	?0d
1ptrace_armnn_linux	?9c	<A
8linux_arm64	<A
8mipsnn_linux	?9f	<A
ele_linux	?9j	<A
8x86_linux	?97	<A
1symaddr_zos_s390x.s	?0d
3scall_aix_ppc	?1v	<09A
g64	?0Y	<A
i_gc	?2u	<A
lcgo	?6N	<09EA
9darwin_amd64	?2H	<EA
l.s
hrm64	?2I	<EA
l.s
aragonfly_amd64	?2R	<EA
9freebsd_386	?2V	<EA
hamd64	?1E	<EA
irm	?2W	<EA
k64	?2X	<EA
hriscv64	?2Y	<EA
9illumos_amd64	?8X	<A
9linux	?C	<EA
e_386	?33	<EA
famd64	?34	<EA
grm	?35	<EA
i64	?1K	<EA
floong64	?0v	<EA
fmips	?38	<EA
j64	?39	<EA
lle	?3a	<EA
jle	?3b	<EA
fppc	?3c	<EA
i64	?3d	<EA
kle	?3e	<EA
friscv64	?3f	<EA
fs390x	?1L	<EA
gparc64	?9w	<EA
9netbsd_386	?3h	<EA
gamd64	?3i	<EA
hrm	?3j	<EA
j64	?3k	<EA
9openbsd_386	?3l	<EA
k.s
hamd64	?3m	<EA
m.s
irm	?3n	<EA
k.s
k64	?3o	<EA
m.s
hmips64	?1S	<EA
n.s
hppc64	?3p	<EA
m.s
hriscv64	?3q	<EA
o.s
9solaris_amd64	?3z	<EA
9zos_s390x	?0d	<FEA
5tl_openbsd_386	?0x
gamd64	?0z
hrm	?0A
j64	?0B
gmips64	?1f
gppc64	?0K
griscv64	?0M
4num_darwin_amd64	?0Z
grm64	?14
9ragonfly_amd64	?0-
8freebsd_386	?0V
gamd64	?0_
hrm	?11
j64	?15
griscv64	?1h
8linux_386	?0W
eamd64	?0y
frm	?12
h64	?0s
eloong64	?0n
emips	?1M
i64	?1N
kle	?1O
ile	?1P
eppc	?1U
h64	?1V
jle	?1g
eriscv64	?0L
es390x	?1i
fparc64	?1j
8netbsd_386	?0X
famd64	?10
grm	?13
i64	?16
8openbsd_386	?0x
gamd64	?0z
hrm	?0A
j64	?0B
gmips64	?1f
gppc64	?0K
griscv64	?0M
8zos_s390x	?0d
1types_aix_ppc	?3u
e64	?3v
7darwin_amd64	?0Z
frm64	?14
8ragonfly_amd64	?0-
7freebsd_386	?0V
famd64	?0_
grm	?11
i64	?15
friscv64	?1h
7linux	?C
c_386	?0W
damd64	?0y
erm	?12
g64	?0s
dloong64	?0n
dmips	?1M
h64	?1N
jle	?1O
hle	?1P
dppc	?1U
g64	?1V
ile	?1g
driscv64	?0L
ds390x	?1i
eparc64	?1j
7netbsd_386	?0X
eamd64	?10
frm	?13
h64	?16
7openbsd_386	?0x
famd64	?0z
grm	?0A
i64	?0B
fmips64	?1f
fppc64	?0K
friscv64	?0M
7solaris_amd64	?1x
7zos_s390x	?0d

swindows
0aliases	?A	<E
0dll_windows	<H02EA
0env_windows	<EA
1ventlog	?A
1xec_windows	<DA
0memory_windows
1ksyscall	?1a
0race	?3F	<FA
40	?ad	<A
0security_windows	<EA
2rvice	?A
2tupapi_windows	<00DwFyEA
1tr	?A
1yscall	?A	<ByEA
7_windows	<DwFHEG2rA
0types_windows	<0dEA
d_386
eamd64
frm
h64
0zerrors_windows	<E
1knownfolderids_windows
1syscall_windows	<EA

otelemetry
0dir	<2F
1oc
0mode	<2F
0start	<w915V972F98NzRJHG
5_posix	?18	<RE
6windows	?A	<56RE
0types_alias	<2F

x/counter
0counter	<V4G2F0g0F
0doc

F/countertest
0countertest	<5V4G2FHx

yinternal/config
0config	<0c2Fzy

Nstore
0download	<B0cw2FzRJ02
8_windows	?A	<56RE

Junter
0counter	<wzFy02
0file	<BDw6O2F0bz0gJF0FH02GA
0parse	<Bw6OyA
0stackcounter	<wFyH

Irashmonitor
0monitor	<Bw4GCNzM0FIy

Hmmap
0mmap	<z
4_other	?2n	<Cz
5unix	?w	<wWzE
5windows	<w56zEA

Htelemetry
0dateonly
1ir	<wzJFyG
0proginfo	<4gzJ0Fy
0types

Hupload
0date	<w4G2FzHG
0findwork	<zJy
0reports	<0t000cw954G2FOzJyG
1un	<w962FCNz0gJ0FyG
0upload	<B2F0ezJXyG

qrm
0term
4_plan9	<w92F
5unix	?W	<55
9_bsd	?F	<55
aother	?79	<55
7supported	?3W	<wF
5windows	<56z
4inal	<BwCFIH-

qxt/cases
0cases	<573t
1ontext	<3t
0fold	<3t
0icu	?8W	<09A	#LDFLAGS: -licui18n.57 -licuuc.57
1nfo
0map	<9a573t5Xy05-
0tables10.0.0.go	?0E
71.0.0.go	?0F
72.0.0.go	?0G
73.0.0.go	?0H
75.0.0.go	?0j
69.0.0.go	?0f
1rieval

tinternal
0internal	<57Z
0match	<57

B/language
0common
3pact
4ose	<Zy
2verage
0language	<Dwy
1ookup	<Bw5WZI
0match	<D
0parse	<BDw5WZ
0tables	<5W
2gs

K/compact
0compact	<3WZy
0language	<3Wy
0parents
0tables	<3W
2gs

Ctag
0tag	<Z

tlanguage
0coverage	<w3WZ
0doc
0language	<3W6Qy
0match	<D3Wy
0parse	<D3WZIy
0tables
2gs	<6Q

ttransform
0transform	<BDC-

tunicode/norm
0composition	<-
0forminfo	<00
0input	<-
1ter	<w-
0normalize	<3t-
0readwriter	<C
0tables10.0.0.go	?0E	<H
71.0.0.go	?0F	<H
72.0.0.go	?0G	<H
73.0.0.go	?0H	<H
75.0.0.go	?0j	<H
69.0.0.go	?0f	<H
1ransform	<3t-
2ie

pools/cmd/bisect	main
0go120	<zRG
0main	<QVw9RCN080bzRZIyG

vover
0profile	<UDwCOzZIy

ugo/analysis
0analysis	<VwSP03M
0diagnostic	<P
1oc
0validate	<wMy05

F/internal/analysisflags
0flags	<0z290cVw0nCNzI
0help	<Vw0nNzZy

Gpasses/appends
0appends	<10S030n0E0P1c0G	@doc.go
0doc
@doc.go	doc.go

Osmdecl
0asmdecl	<BwS0JP030n0GNXIy

Psign
0assign	<10SP030n0E0P0G121_0TMy	@doc.go
0doc
@doc.go	doc.go

Otomic
0atomic	<10SP0n0E0P1c0G120T	@doc.go
0doc
@doc.go	doc.go

Nbools
0bools	<SP030n0E0P120T

Ouildtag
0buildtag	<S2W0qP0n0Gy05

Ncgocall
0cgocall	<wS0X0qP030n0TNzI
7_go120	?4z	<03
c1	?0j	<03

Oomposite
0composite	<wS030n0E0P2by
0whitelist

Ppylock
0copylock	<BwSP030n0E0P122b0T1m

Otrlflow
0ctrlflow	<S030n0E9t0P6Y1c6-0TNM

Ndefers
0defers	<10S0n0E0P1c0G0T	@doc.go
1oc
@doc.go	doc.go

Oirective
0directive	<S0qP0n0Gy05-

Nerrorsas
0errorsas	<DS030n1-1R

Nframepointer
0framepointer	<0J0n0GXy05

Nhostport
0hostport	<wS0jP030n0E1c1-1RI

Ottpresponse
0httpresponse	<S030n0E0P0T

Nifaceassert
0doc
0ifaceassert	<10S030n0E0P0G2b	@doc.go
@doc.go	doc.go

Online
0doc
0inline	<10wS030n0E9u1Y0P1c0G1-125a4H1_9W0T1RKy	@doc.go
@doc.go	doc.go

Pspect
0inspect	<0n0PM

Pternal/ctrlflowinternal
0ctrlflowinternal	<03

Wgofixdirective
0gofixdirective	<SP030n0P12

Nloopclosure
0doc
0loopclosure	<10S030n0E0P1c0G0T1m	@doc.go
@doc.go	doc.go

Pstcancel
0doc
0lostcancel	<10wS030n9l0E0P6Y0G120T	@doc.go
@doc.go	doc.go

Nmodernize
0any	<S0n0E0G1m
0bloop	<wSP030n0E0P1c0G1-125a0T1R1my
0doc
0errorsastype	<wSP030n1Y0P0G1-12591_0T1R1m
0fmtappendf	<wS030n0E1Y0G1-121R1my
1orvar	<SP0n0E0G121_1m
0maps	<wSP030n0E0P0G121_2b0T1m
1inmax	<wSP030n0E1Y0P0G1-122b1R1my
1odernize	<10S0j0XP030n0E1Y0P0G125a4H5b0T11Xy	@doc.go
0newexpr	<10wSP030n0E0P1c0G121my
0omitzero	<S030n0E0G121mMIyH
0plusbuild	<S0q0n0G591my
0rangeint	<wSP030n0E1Y0P1c0G1-120T1R1m
1eflect	<S030n0E1Y1c0G1-121_0T1R1m
0slices	<wS030n0E1c0G121_0T1mKI
6contains	<wSP030n0E0P1c0G1-121_2b0T1R1m
6delete	<S0jP030n0E0G121_0T1m
1ortslice	<SP030n0E0G1-121_1R1m
1tditerators	<wSP030n1Y0P1c0G1-12591_5b1R
2ringsbuilder	<0hwS0jP030n0E1Y0P0G1-121_0T1R0DK
7cut	<wS0jP030n0E1Y0P1c0G1-12591_0T1R1m11I
aprefix	<wSP0n0E1c0G1-121_0T1R1my
7seq	<wSP030n0E1Y1c0G1-1R1m
0testingcontext	<wSP030n0E1Y1c0G1-120T1R1my05-
0waitgroup	<BwS2i0n0E1c0G1-121_1R1mK
@doc.go	doc.go

Nnilfunc
0doc
0nilfunc	<10SP030n0E0P0G0T	@doc.go
@doc.go	doc.go

Nprintf
0doc
0printf	<10wS0jP030n0E1Y0P1c0G129V2b0T1m9XMXZy	@doc.go
0types	<wS030n2b
@doc.go	doc.go

Nshift
0dead	<S0j03
0shift	<S0jP030n0E0P122bO

Oigchanyzer
0doc
0sigchanyzer	<B10S0XP030n0E0P0G0TK	@doc.go
@doc.go	doc.go

Olog
0doc
0slog	<10wSP030n0E0P1c0G120T	@doc.go
@doc.go	doc.go

Otdmethods
0doc
0stdmethods	<10S030n0E0P0Gy	@doc.go
@doc.go	doc.go

Qversion
0stdversion	<S0J030n0E0P0T1mK

Pringintconv
0doc
0string	<10wS030n0E0P0G1_2b0Ty	@doc.go
@doc.go	doc.go

Qucttag
0structtag	<DwSP030n0E0PJMKIy

Ntestinggoroutine
0doc
0testinggoroutine	<10wSP030n0E0P1c0G0T	@doc.go
0util	<S03K
@doc.go	doc.go

Rs
0doc
0tests	<10SP030n0G120TXy05-	@doc.go
@doc.go	doc.go

Oimeformat
0doc
0timeformat	<10S0jP030n0E0P1c0G0Ty	@doc.go
@doc.go	doc.go

Nunmarshal
0doc
0unmarshal	<10S030n0E0P1c0G0T	@doc.go
@doc.go	doc.go

Preachable
0doc
0unreachable	<10SP0n0E0P0G1_N	@doc.go
@doc.go	doc.go

Psafeptr
0doc
0unsafeptr	<10SP030n0E0P0G0T	@doc.go
@doc.go	doc.go

Pusedresult
0doc
0unusedresult	<10SP030n0E0P1c0G12Zy	@doc.go
@doc.go	doc.go

Nwaitgroup
0doc
0waitgroup	<10S0n0E0P1c0G0TM	@doc.go
@doc.go	doc.go

Gunitchecker
0unitchecker	<2k290cVwS0J3F0qP030n9c9Q9UCNzJMZyHG

yst/astutil
0enclosing	<wSPZ
0imports	<wSPKIy
0rewrite	<wSMZ
0util	<S

Bedge
0edge	<wSM

Binspector
0cursor	<wSP1Y11M
0inspector	<S1Y
1ter	?8B	<S11
0typeof	<SO
0walk	<wS1Y

xcfg
0builder	<wSP
0cfg	<BwS0XP6-

xtypes/objectpath
0objectpath	<w03580TIy

Dtypeutil
0callee	<S03A
0imports	<03
0map	<Bw032b5Z
1ethodsetcache	<03H
0ui	<03

uinternal/aliases
0aliases	<P03
7_go122	<S0qP03

Enalysis/analyzerutil
0doc
0extractdoc	<w0qPy
0readfile	<P0nz
0version	<S0n4H5b1my

Mdriverutil
0fix	<BwS0q2iP030n6X6Z9SN0DzZI
0print	<0h0cwP0nCNzy
0readfile	<w0nK
0url	<w0n0p
0validatefix	<0hwP0nK

Mtypeindex
0typeindex	<0n0E0P1RM

Estutil
0clone	<SM
1omment	<SP11y
0equal	<SPM
0fields	<S11
0purge	<B2jP
0stringlit	<wSPI-
0unpack	<S2b
1til	<wS2iP1Y0P5ay

K/free
0free	<SP

Dbisect
0bisect

Dcfginternal
0cfginternal

Ddiff
0diff	<wKZy
0merge	<K
0ndiff	<B9T-
0unified	<wNy

H/lcs
0common	<NZ
0doc
0labels	<w
0old	<w
0sequence

Dfacts
0facts	<B29w030n9PCNMZH
0imports	<03580T

Emtstr
0parse	<wIy-

Dgoplsexport
0export	<0n

Dmoreiters
0iters	<11

Dpackagepath
0packagepath	<y

Drefactor
0delete	<wSP031Y0P120T1RK
0edit	<0n
0imports	<SP034H0gI
0refactor	<wP03

L/inline
0callee	<B29wS0qP031c122b0TKy
6fx	<SP030T
0doc
0escape	<wSP03
0falcon	<wS0j0XP031c2bIy
0inline	<BwS0j0X0qP036X1c126Z4H1_2b0T1m0D0gMKy
0util	<S0jP032bMy

Dstdlib
0deps
0import	<0011Ky
0manifest
0stdlib	<wy

Dtypeparams
0common	<SP03
2retype	<w03
0free	<0358
0normalize	<Dw03zy
0termlist	<03y
1ypeterm	<03

Hsinternal
0classify_call	<wS03A
0element	<w031c
1rrorcode
9_string	<I
0fx	<SP03
0isnamed	<03K
0qualifier	<S03I
0recv	<03
0toonew	<035b1m
1ypes	<SP030P58MA
0varkind	?8C	<03
7_go124	?4C	<03
0zerovalue	<wSP03y

Q/typeindex
0typeindex	<00S031Y0P1c0T11

Dversions
0features
0gover	<y
0types	<S03
0versions	<y

urefactor/satisfy
0find	<wSP031c2b

brsc.io/markdown
0break	<B
0code	<Bwy
0emoji
1ntity
0heading	<Bwy
1tml	<BIy05
0inline	<Bwy05-
0link	<Bw99y-
2st	<Bwy
0para	<By
3se	<BwMKy
0quote	<B
0table	<By
5s	<y

6t	main
0doc
0main	<0a170n9d9e9f9g9h6U9i9j9k9m9n9o9p6V9q9r9v9w9y9z9A9B9C9D9E9F9G9H9I9J9K9L9M9N9O6W
0vet!	<BDwLNzR0gJXIyx

2p
0cmp
3!	_	<0hwOKZyxA

1ompress/bzip2
0bit_reader	<UC
1zip2	<C
5!	<B0uw3wCzyx
0huffman	<0hK
0move_to_front

9flate
0deflate	<DwCO
7!	<BDwLC0bzM0FHx
7fast	<O
1ict_decoder
c!	<Byx
0example!	_	<B2wwCNzyH
0flate!	<B0uCyx
0huffman_bit_writer	<C
i!	<BVwzJyx
8code	<O08Z
0inflate	<UC08IH
7!	<UBCyx
0reader!	<BCzFyx
0token
0writer!	<BwC0bFx

9gzip
0example!	_	<B2fwCN0e1szyG
0fuzz!	<B0WCzJyx
0gunzip	<U2w00D2XCG
6!	<B2w0WCzyxG
1zip	<2wDw2XCG
4!	<UBCMxG
0issue14937!	<LWzJFyx

9lzw
0reader	<UDwC
6!	<BwCOzFIyx
0writer	<UDwC
6!	<BwLCOzFx

9zlib
0example!	_	<B2SwCz
0reader	<U2w00D0r5YC
6!	<BCx
0writer	<2w00w0r5YC
6!	<BwLCzx

2ntainer/heap
0example_intheap!	_	<3lw
8pq!	_	<3lw
0heap	<Z
4!	<0bx

alist
0example!	_	<4bw
0list
4!	<x

aring
0example!	_	<8Bw
0ring
4!	<wx

4ext
0afterfunc!	_	<QHxG
0benchmark!	_	<QwFHxG
0context	<D3ZH02G
7!	<G
0example!	_	<QDw0dHG
0net!	_	<Q0dx
0x!	_	<QDw0Y0bFyHxG

1rypto
0crypto	<0rCI
6!	_	<B0O0t1l0_1pDLCWzJXyx
0issue21104!	_	<240-5Jx
0purego!	_	<0JLNzyx

6/aes
0aes	<0-181wI
3!	<1815wx

7boring
0boring	?X	<18
6!	_	?X	<8CFx
0notboring!	_	?6e	<x

7cipher
0benchmark!	_	<240-Ix
0cbc	<B1w2x1D1L
3_aes!	_	<B240-15x
3!	_	<240-3b15wC0bxG
1fb	<2x1D1L
3!	_	<B240-3b150t0uwx
1ipher
1ommon!	_
1tr	<B1w2x1D1L
3_aes!	_	<B240-18151w000uw0bZyx
3!	_	<B240-3b15wx
0example!	_	<B240-0t0uwCz
0fuzz!	_	?3w	<B240-0txG
0gcm	<1w2T2x1D1LD0S
3_fips140v1.26!	_	?03	<0-150v1w2T00LOx
3!	_	<B240-18150v1w2T0t0uDwLCMx
0io	<C
0modes!	_	<0-Mx
0ofb	<2x1D1L
3!	_	<B240-3b15wx

7des
0block	<0SH
0cipher	<0-2x1DD0SI
1onst
0des!	_	<B0-3b15x
0example!	_	<3b
0internal!	<x

8sa
0dsa	<1D2ODC0s
3!	<0t0sx

7ecdh
0ecdh	<0O184B1LDC
4!	_	<B0O0-2g0t0z0uw5OLCzJXyx
0nist	<B184B1D2ODC
0x25519	<B5F1D2ODC

asa
0boring	?X	<184Z6y0s
0ecdsa	<0O2g1e184Z4-3S6A4D1D2O2n1LD3s4hC0s
5_legacy	<1e1DD3s4hC0s1A
5!	<UB4X0O1e150t1V0z2n0u0rC0szyx
1qual!	_	<0O1o1e0t0_x
1xample!	_	<1o1e0t0zw
0notboring	?0O	<18

8d25519
0ed25519	<0O4_6A1D2O0t1LD0xCI
7!	<UB2f0O150t2n0uNzyx
7vectors!	_	<25150u0czJx

8lliptic
0elliptic	<C0sH
8!	<B0t0u0sx
0nistec	<3SD0s
0p224!	<0uw0sx
256!	<0sx
1arams	<0s

7fips140
0enforcement	<0xA
b!	_	<3b3m15Lx
0fips140	<0v1G
7!	<0xzx

7hkdf
0example!	_	<B4A0t0zw
0hkdf	<4C4D1DD0r
4!	<B180v3d1V0z2n0rx

8mac
0hmac	<183q4D1D1L0r
4!	<18153d1V0z2nDw0rx

8pke
0aead	<0-Dw5P
4_fips140v1.0.go	?19	<240-
f26.go	?03	<0-1w2T
0hpke	<0-D0S
4!	<B2g3D5I4e0u0cwCzx
0kdf	<4A0z4e2nDw0r0S
1em	<2g2OD0SK
0pq	<B0O2g3m1O2O3D4eD0S

7internal/boring
0aes	?08	<09B0-DFIA
0boring	?08	<095C8D0v1308A	#LDFLAGS: "-pthread"
6!	<x
0div_test.c	?y
1oc
0ecdh	?08	<09DFA
3sa	?08	<09DF
0goboringcrypto.h
0hmac	?08	<09B0O0rFA
0notboring	?1-	<0O0-5C0r
0rand	?08	<09A
1sa	?08	<090O1LD0rFIA
0sha	?08	<09D0r0SA

m/bbig
0big	<180sA

ocache
0cache	<02A
5!	<wFH02x
0stub.s

nsig
0sig
3_amd64.s
4other.s	?1l

oyso
0goboringcrypto_linux_amd64.syso
mrm64.syso
0syso	?X

gconstanttime
0constant_time

hryptotest
0aead	<B0-wx
1llocations	<180Y210LLFx
0block	<B0-x
5mode	<B0-x
0fetchmodule	<B0cLzRx
1ips140	<0vx
0hash	<180v0r4oC0bxG
0implementations	<181H042zLyx
0methods	<wMKx
0stream	<B0-1Lwyx

gentropy
0entropy	<6B

n/v1.0.0	entropy
0entropy	<8FD02A
0sha384	<08

gfips140
0asan	?07
0boring	?7D
0cast	<3UDyA
0fips140	<3UDF
0indicator	<A
0notasan	?1n
3boring	?1-
3purego	?x
0purego	?1X

n/aes
0aes	<0v2xI
3_amd64.s	?x
5rm64.s	?x
5sm	?2k	<273U1H
4generic	<1x
4noasm	?2g
4ppc64x.s	?01
4s390x	?x	<271H
9.s	?x
3!	<x
0cast	<B0v1GD
1bc	<0v2x1C
3_noasm	?5J
4ppc64x	?01
4s390x	?x
1onst
1tr	<0v2x1C1x08
3_amd64.s	?x
5rm64.s	?x
9_gen	=main	?y	<wzy1t
5sm	?2k
4noasm	?5C
4s390x	?x	<1C1x
0interface!	_	<0-1w

r/gcm
0cast	<0v1w1GD
1mac	<0v1w1C
1trkdf	<0v1w
0gcm	<0v1w2xD
3_amd64.s	?x
5rm64.s	?x
5sm	?1t	<1w1C271H
4generic	<1w1C1x
4noasm	?2g
6nces	<0v1w2x1O1xDO
4ppc64x	?6y	<1w1C1x3U1HF
a.s	?01
4s390x	?x	<1w1C1x271H
9.s	?x
1hash	<0v1x
0interface!	_	<0-2T

plias
0alias	<A

obigmod
0nat	<1G1xD08
3_386.s	?x
4amd64.s	?x
5rm.s	?x
764.s	?x
5sm	?5n	<271H
4loong64.s	?x
4noasm	?9W	<A
4ppc64x.s	?5o
4riscv64.s	?x
4s390x.s	?x
3!	<UB0t0uw0s080bzMKyx22
3_wasm	?x	<A

ocheck
0check	<0v3q2m1x3UCA

t/checktest
0asm.s	?5m
3_386.s	?x
4amd64.s	?x
5rm.s	?x
764.s	?x
4none	?5y	<A
4stub	?5N	<A
0test	<1GFA

odrbg
0cast	<B0v1GD
1trdrbg	<0v1w1C1x08
0entropy_fips140	?0w	<5D
8wasm	?0p
0rand	<0v6BCH02
4!	<0vx

oecdh
0cast	<B0v1GDH
0ecdh	<B0v1O3S1xDC08
0order!	<B1ex

rsa
0cast	<B0v1G3cDH
0ecdsa	<B0v3p1O3SD0rCH
5_noasm	?5p
6s390x	?x	<3p271HD
b.s	?x
5!	<B3p0tCx
0hmacdrbg	<B0v3q0r

pd25519
0cast	<B0v1GDH
0ed25519	<B0v1O5E3cDI

qwards25519
0doc
0edwards25519	<1G5FD
c!	<5F0uMx
0scalar	<1xD08
6_alias!	<x22
7fiat	<08
6!	<B0u0s0bMx22
6mult	<H
a!	<x22
0tables	<3o
6!	<x

A/field
0fe	<1G1C1xD08
2_alias!	<x22
4md64	?x
8.s	?x
8_noasm	?4a
3bench!	<x
3generic	<08
2!	<B0t0uC0s080bMx22

ohkdf
0cast	<B0v1G2mD
0hkdf	<0v3q0r

pmac
0cast	<B0v2mD
0hmac	<0v2m263cD0r

omldsa
0cast	<B0v1G2mDH
0field	<3o26D08
5!	<0sx
0mldsa	<B0v1O261C1xD
5!	<B260z0uyx
0semiexpanded	<1OD08

qkem
0cast	<B0v1GDH
0field	<261xD
5!	<B0t0s1AIx
0generate1024	=main	?y	<VS0X0qPNzy
0mlkem1024	<B0v1O261CD
5768	<B0v1O261CD

onistec
0benchmark!	_	<3S0tx
0generate	=main	?y	<B1ew0XCN0szRy1t
0nistec	<1G
0p224	<3o3TDH
4_sqrt	<3TH
256	?2f	<3o3T1x27D08HA
4_asm	?5Y	<1xD08FA
8_amd64.s	?x
arm64.s	?x
9ppc64le.s	?x
9s390x.s	?x
8!	?5Z	<ExA
5ordinv	?1t	<D
b_noasm	?5E	<D
5table
a!	?2f	<B3Twx
1384	<3o3TDH
1521	<3o3TDH

u/fiat
0benchmark!	_	<3Tx
0cast	<1G
0generate	=main	?y	<B0XCNzR1t
0p224	<1CD
4_fiat64	<08
5invert
256	<1CD
4_fiat64	<08
5invert
1384	<1CD
4_fiat64	<08
5invert
1521	<1CD
4_fiat64	<08
5invert

opbkdf2
0cast	<B0v1G2mD
0pbkdf2	<0v3qD0r

orsa
0cast	<B0v3p1GDH
0keygen	<0v3p1ODC
6!	<U3p0uw0szyx
0pkcs1v15	<B0vD
8!	<B0O2o2hx
622	<B3o0v1O2m263c1CD0rC
8!	<B1Vx
0rsa	<B0v3pD

osha256
0cast	<B0vD
0sha256	<0v1xD0r
6block	<08
b_386.s	?x
camd64	?x	<271H
h.s	?x
drm64	?x	<271H
h.s	?x
dsm	?5S
cloong64.s	?x
cnoasm	?5z
cppc64x	?01	<3U1H
i.s	?01
criscv64.s	?x
cs390x	?x	<271H
h.s	?x

r3
0cast	<B0vD
0hashes
0keccakf	<1x2708A
0sha3	<0v1CD
4_amd64	?x
a.s	?x
6rm64	?x	<271HF
a.s	?x
5noasm	?5D
5s390x	?x	<1C271H
a.s	?x
3ke	<B0v1xD08

r512
0cast	<B0vD
0sha512	<0v1xD0r
6block	<08
b_amd64	?x	<271H
h.s	?x
drm64	?x	<271H
h.s	?x
dsm	?6o
cloong64.s	?x
cnoasm	?5A
cppc64x	?01	<3U1H
i.s	?01
criscv64.s	?x
cs390x	?x	<271H
h.s	?x

psh
0kdf	<1G0r

pubtle
0constant_time	<3o1x08
d!	<B1x1AxG
0xor	<2x
3_amd64.s	?x
5rm64.s	?x
5sm	?5X
4generic	?5B	<FA
4loong64	?x	<271H
b.s	?x
4ppc64x.s	?01
4riscv64.s	?x

otls12
0cast	<B0v1G2mD
0tls12	<0v3q2m3c0r

s3
0cast	<B0v1G2mD
0tls13	<4C1x0r

ncache
0cache	<FH3N
5!	<QDFHxG

ndeps	fipsdeps
0fipsdeps
8!	<Lyx

r/byteorder
0byteorder	<0S

scpu
0cpu	<0A04

sgodebug
0godebug	<0x

stime
0time	?L	<G
4_windows	<0Q

nhash
0hash	<264e0rA

nonly
0fips140only	<3m1O2m263c0rC
b!	_	<0O240-3b4z2g1o251e4A3n4Y150v1D3d3D5I6C0t5J1l1V0z4e2n0_1pw5P0xLC0szyx

ntest	fipstest
0acvp_fips140v1.0!	?19	<10	@acvp_capabilities_fips140v1.0.json
f26!	?03	<5G10w	@acvp_capabilities_fips140v1.26.json
4!	<UB1e155D0v1w2T3p1O4B4-4_5E4C3q4c5H4d2m263c6z1C503C1H0t1000Dw0rLC0szJyx	@acvp_capabilities.entropy.json
1lias!	<2xx
0cast!	<0O150v1w2T1O4B4-4_4C3q4c4d2m263c503C0twLWzXKyx
1heck!	<B151G8EwT0xLzJFx05A
1mac!	<B1w2Tx
1trdrbg!	<B1O1Cx
0edwards25519!	<155Ex
1ntropy!	?03	<B155D1O0t0z2n0uVwLWzJFyxG
0fips140v1.0!	?19	<x
a26!	?03	<5Gx
4!	<B180v1w2T1G1O4B4-4_4C3q4c5H4d2m263c503C0t0u0Fyx
0indicator!	<0vx
0mldsa!	?03	<150v5G260uV0bx
0nistec_ordinv!	?1t	<B1e3S0sx
6!	<B1e153Sw0s0bx
0sshkdf!	<B6z0zx
0xaes!	<B151w2T1O260uFx
@acvp_capabilities.entropy.json	acvp_capabilities.entropy.json
@acvp_capabilities_fips140v1.0.json	acvp_capabilities_fips140v1.0.json
@acvp_capabilities_fips140v1.26.json	acvp_capabilities_fips140v1.26.json

gimpl
0impl	<y

grand
0rand	<181O8G0xCA
4_fips140v1.0.go	?19	<C
f26.go	?03	<1OC

kutil
0randutil	<C1A

gsysrand
0rand	<zH02GA
4_aix
6rc4random	?2P	<0N
5getrandom	?8c	<D0NOFE
5js
5linux!	_	?E	<B8H0NLzFEx
5netbsd	<0N
5plan9	<0S4KCzH
4!	<B2wLzFHx
4_wasip1	<E
6indows	<0Q

n/internal/seccomp
0seccomp_linux	<09w
8unsupported	?54	<D

7md5
0example!	_	<3dwCNz
0gen	=main	?y	<BV0XNzy1t
0md5	<0O1DD0r0S
3!	<B150t19w0rCxA
3block	<0S08
8_386.s	?x
9amd64.s	?x
arm.s	?x
c64.s	?x
9decl	?5M
9generic	?5w
9loong64.s	?x
9ppc64x.s	?01
9riscv64.s	?x
9s390x.s	?x

8lkem
0example!	_	<3DN
0mlkem	<0O4c
5!	_	<B4c263D5I0t0uVx

c/mlkemtest
0mlkemtest	<4c1D3DD

7pbkdf2
0pbkdf2	<5H4D1DD0r
6!	_	<B180v6C1V0z0rx

7rand
0example!	_	<0tw0s
0rand	<181O2OCA
4!	<B2w15DLCzHx
0text
4!	_	<0twx
0util	<1D2ODC0s
4!	_	<B0twC0s0bxG

8c4
0rc4	<2x1DDI
3!	<B0-15wx

8sa
0boring	?X	<184Z6y0s
6!	?X	<0O0t2h0u0sF0FHx
0equal!	_	<0O1l0_x
1xample!	_	<0O240-0t1l0z0_0u1pwzy
0fips	<0O184d4D1D2OD0rC
0notboring	?0O	<18
0pkcs1v15	<184d1D2O1LDC
8!	_	<B0O0t1l1V0z0_0W0u1pCx22
1ss!	_	<U4X0O0v0t1l0z2n0u0szIyx
0rsa	<0O184Z3p4d1D2O0t1LDw0xCO0s
3_export!
3!	_	<UB0O18150v0t1l1V0z2n0_0u1pVwC0szKyx

7sha1
0example!	_	<1VwCNz
0issue15617!	_	?7d	<151VEx
0sha1	<0O181DD0r0S
4!	<B181519w0rCx
4block	<08
9_386.s	?x
aamd64	?x	<1H0A
f.s	?x
brm.s	?x
d64	?x	<1H0A
f.s	?x
adecl	?5R
ageneric	?5x
aloong64.s	?x
as390x	?x	<1H0A
f.s	?x

a256
0example!	_	<0zwCNz
0sha256	<0O182m0r
6!	<B1519w0rCx

a3
0sha3	<0O260rA
4!	_	<B154e0u0rC0byx

a512
0sha512	<0O183c0r
6!	<B15190uw0rCx

8ubtle
0constant_time	<3o1C
d!	<x22
0dit	<0kA
3!	<0A0kx
0xor	<1C
3_linux!	_	<1LEx
3!	_	<B0t1Lwx

7tls
0alert	<I
1uth	<B0O1o251e1lDw0rCK
4!	<0O3ezx
0bogo_shim_notunix!	?5r
9!	<B150_0W0c1pDVw3s2q0SLCN0dzJFKIyxG
9_unix!	?a7	<zE
0cache	<0_FH3N
5!	<1pFxG
1ipher_suites	<0O240-3b3n181w2T5J1V0zw5P0r0AFA
1ommon	<B4bQ0O1o251e0t1l2n3e0_Dw0xC0dFKyHGA
6_string	<I
2nn	<BQ0-1L0_Dw0r0xC0dH02G
4!	<BC0dx
0defaults	<0xKA
8_boring	?X	<1o1e1l0_
9fips140	?0O	<1o251e1l0_
0ech	<B4YDw3sy
3!	<0ux
1xample!	_	<1v0_N0e1szG
0fips140!	<1o1e3m180v0t1l0_2o1pw3wL0s0dzXFyxG
0generate_cert	=main	?y	<1o251e0t1l0_2o1pVN0s0dzyG
0handshake_client	<BQ0O1o254Y3C1l1L3e0_Dw0r0xC0dKIyG
g!	<BQ1o1e0t1l3e0_2o0W0u1pDw0SC0s0dzRJMFIyxG
g_tls13	<BQ0O4A3n3C1l1LD0rKG
amessages	<BDw3sKy
i!	<B0_0uO0bMyx22G
aserver	<Q0O1o251l1L3e0_Dw0rCG
g!	<BQ0O2g1e0t3e0_2o1pDwC0dzRJFKy02xG
g_tls13	<BQ0O4A3n4Y3C1l3e0_Dw0r0SCKZG
9!	<UBQ250_0uDVwC0dzRFIyHxG
9_unix!	?w	<DE
0key_agreement	<0O2g3d1l1V0_DwCK
4schedule	<0O2g3m3n3C3DD0rC
c!	<B3C0z0uyx05
0link!	<BLzJx
0prf	<0O3n503d1V0z2nDw0r
3!	<0ux
0quic	<QDw
4!	<BQDwMyHx
0ticket	<240-3n0z1L0_D3sC
6!
1ls	<Q0O1o251l0_1pDw0x0dzy
3!	<BQ0O2g1o1e3m180t3e0_2o2h0c1pDw3sLCO0s0dzMKyxG

a/fipsonly
0fipsonly	?X	<5C3e
8!	?X	<3ex

binternal/fips140tls
0fipstls	<3m02

7x509
0bettertls!	<150W0cLzJx
0cert_pool	<B0z1pH
9!	<x
1onstraints	<Bw0d1h0pKy
0example!	_	<4z1o251l0_1pw
0hybrid_pool!	_	<1o1e0t1v0_2oL0sFxG
0name_constraints!	<B1o1e0t2o2h0u1pwL0s0d0pzRIyHxG
0oid	<B2hDO0s08Iy
3!	<192hOx
0parser	<B4z2g1o251l2o2hDw3s4h0xO0s0d0pIyG2r-
6!	<1o1e0t2h1p4hzyx
1em_decrypt	<240-3b3d0u1pDCy
b!	<B0t0W1pyx
1kcs1	<1l2hD0x0s
48	<2g1o251l2o2hDw
5!	<B2g1o251e1l0uMyx
2its!	<0czJKx
1latform!	<1o1e0t1p0szFyxG
0root	<0xHA
4_aix
5bsd	?8d
5darwin	<8IDw
5linux	<2z
a!	?C	<1pwLzEx
5plan9	?T	<z
5solaris
4!	<x
4_unix	?2y	<WzJy
9!	?09	<BwzJKyx
5wasm	?0p
6indows	<BDyEA
0sec1	<2g1o1e2hDw
4!	<B0uyx
0verify	<B0O2oDw110D0dFKyG-
6!	<0O4z1o1e0t1l2o2h1pDwLN0s0dzRFKIyxG
0x509	<B0O2g1o251e1l1V0z2n2o2h1pDw3s4h0xC0s0d0pIG05
4_string	<I
4!	<B0O4z2g1o251e0t1l0z2n2o2h0W290u1pDwLCO0s0d0pMFKyxG
4_test_import	=main	?y	<0t0_2o1p0syG

b/internal/macos
0corefoundation	?O	<BDTFGA
e.s	?O
0security	?O	<DTIA
8.s	?O

cpkix
0pkix	<2h0uw0sG

0database/sql
0convert	<B4fDwMIG05-A
7!	<4fw0YMFyHxG
1txutil	<Q4fD
0example_cli!	_	<Q5KVNz1PG
8service!	_	<Q5K0cwCN0eG
7!	_	<Q5KwNyG
0fakedb!	<BQ4fDwCMKIyHxG
0sql	<Q4fDwC0D1AMFKIH02GA
3!	<BQ4fDw0LL0bMFKyH02xG

c/driver
0driver	<QDM
0types	<wMIG
5!	<MxG

1ebug/buildinfo
0buildinfo	<B0H1M286F00Dw2I2_CWz0FA
9!	_	<B6D2800Vw3wLzR0gJXFyx
0search!	<BwCx

6dwarf
0attr_string	<I
0buf	<B00I
0class_string	<I
1onst
0dwarf5ranges!	<00zMx
0entry	<00DwI
5!	_	<1E0H00JMx
1xport!
0line	<DwC0gy
4!	_	<1ECyx
0open	<00D
0tag_string	<I
1ype	<I
4!	_	<1E0H1M28wIx
4unit	<wI
0unit	<ZI

6elf
0elf	<I
3!	<wx
0file	<B2S1E00Dw2I63COzyA
4!	<B2f2S1E00DwC0b0dz0gMFKyx
0reader	<Cz
0symbols!	<C0gMx

6gosym
0pclntab	<B00TZH
7!	<B2f0HLCzRJFyx
0symtab	<B00wIy
6!	<wx

6macho
0fat	<00w2ICz
1ile	<B2S1E00w2ICzy
4!	<B3wCMKx
0macho	<I
0reloctype
9_string	<I

6pe
0file	<B2S1E00DwCzy
4_cgo!	?E	<RFx
4!	<B1ELzRJMXFIx1t
0pe
0section	<00w2ICI
1tring	<B00w2IC
1ymbol	<00Dw2ICA
6s!	<wx

7lan9obj
0file	<00Dw2ICz
4!	<Mx
0plan9obj

0embed
0embed	<D0K13CWG
1xample!	_	<10N0e	@internal/embedtest/testdata/*.txt
@internal/embedtest/testdata/*.txt	internal/embedtest/testdata/ascii.txt	internal/embedtest/testdata/glass.txt	internal/embedtest/testdata/hello.txt	internal/embedtest/testdata/ken.txt

5/internal/embedtest
0embed!	<10CMKx2Q	@testdata/h*.txt	@c*.txt	@testdata/g*.txt	@c*txt	@testdata/g*.txt	@testdata	@testdata	@testdata/*	@testdata/hello.txt	@testdata/hello.txt	@testdata/hello.txt	@testdata/hello.txt	@testdata/hello.txt
5x!	_	<10zx	@testdata/*.txt	@c*txt	@testdata/g*.txt	@testdata/ascii.txt	@testdata/ascii.txt
@c*.txt	concurrency.txt
@c*txt	concurrency.txt
@testdata	testdata/-not-hidden/fortune.txt	testdata/ascii.txt	testdata/glass.txt	testdata/hello.txt	testdata/i/i18n.txt	testdata/i/j/k/k8s.txt	testdata/ken.txt
@testdata/*	testdata/-not-hidden/fortune.txt	testdata/.hidden/fortune.txt	testdata/.hidden/more/tip.txt	testdata/_hidden/fortune.txt	testdata/ascii.txt	testdata/glass.txt	testdata/hello.txt	testdata/i/i18n.txt	testdata/i/j/k/k8s.txt	testdata/ken.txt
@testdata/*.txt	testdata/ascii.txt	testdata/glass.txt	testdata/hello.txt	testdata/ken.txt
@testdata/ascii.txt	testdata/ascii.txt
@testdata/g*.txt	testdata/glass.txt
@testdata/h*.txt	testdata/hello.txt
@testdata/hello.txt	testdata/hello.txt

1ncoding
0encoding

8/ascii85
0ascii85	<CI
7!	<BCyx

bn1
0asn1	<Dw2IO0sMFKIyG2r-
4!	<B0uDwO0sMFyxG
0common	<MIy
0marshal	<BDw0sMKG-
7!	<B0u0sMKyxG

9base32
0base32	<CKI
6!	<BDCOIyx
0example!	_	<5Lwz

d64
0base64	<0SCKI
6!	<BDwCOM0FIyxG
0example!	_	<0Wwz

ainary
0binary	<DCOMKH
6!	<Bw0YCOMyHxA
0example!	_	<B00wO
0native_endian_big	?1z
elittle	?2r
0varint	<DC
6!	<BCOx

9csv
0example!	_	<5MwCNzy
0fuzz!	<BMKyx
0reader	<UBDwC05-
6!	<DwCMKyx-
0writer	<UCy05-
6!	<BDyx

9gob
0codec!	<BDVO0bMyxGA
0debug	?y	<BwCzyH
2c_helpers	<OM
3gen	=main	?y	<BVw0XNz
3ode	<19D2ICO08M
6r	<UD2ICMH
1oc
1ump	=main	?y	<29wz
0enc_helpers	<M
3gen	=main	?y	<BVw0XNz
3ode	<1900O08MH
6r	<DCMH
7!	<B0h0uwC0DOMKyx
1rror	<w
1xample_encdec!	_	<B29wN
8interface!	_	<B29wNO
7!	_	<B29wN
0gobencdec!	<BDwC0dMyxG
0timing!	<BCzMFx
1ype	<19Dw0DzMH0205-
4!	<BMHx

9hex
0example!	_	<0uwNz
0hex	<DwCKy
3!	<BwCyx

9json
0bench!	?G	<BwL63CzMXFyHx
0decode	?G	<190WwMIy052r-A
6!	?G	<B19Dw1qC0DO0s0dMKIyxG
0encode	?G	<B0h190WwOMKIyH05-A
6!	?G	<B19wNOMX0FIHx3hG
1xample_marshaling!	_	?G	<0cwNy
7!	_	?G	<B0cwCNzy
7_text_marshaling!	_	?G	<0cwNy
0fold	?G	<05-
4!	?G	<Bx
1uzz!	?G	<BCx
0indent	?G	<B
0number!	?G	<Xx
0scanner	?G	<IH
7!	?G	<BO0bMyx
1tream	?G	<BDC
6!	?G	<BwCN0d0e1s0gMF0Fyx
0tables	?G	<-
2gkey!	?G	<x
3s	?G	<y
4!	?G	<x
0v2_bench!	?z	<B2UCyx
3decode	?z	<0h1I1F2VwMIy
9!	?z	<B19Dw1qC0DO0s0dMKIyxG
4iff!	_	?z	<0c1F2VD0gMyxG
3encode	?z	<2VMI
9!	?z	<B19wNOMX0FIHx3hG
4xample_marshaling!	_	?z	<0cwNy
a!	_	?z	<B0cwCNzy
a_text_marshaling!	_	?z	<0cwNy
3fuzz!	?z	<BCx
3indent	?z	<B1Fy
5ject	?z	<2D1F2VwMIy
3options	?z	<191y2p1F2V
3scanner	?z	<2D1y1FDCy
a!	?z	<BO0bMyx
4tream	?z	<B1F2VDC
9!	?z	<B2UCN0d0e1sM0Fyx
3tagkey!	?z	<x

d/internal
0internal	?z	<D

m/jsonflags
0flags	?z	<2D
5!	?z	<x

ropts
0options	?z	<2D1y
7!	_	?z	<1y2p1F2VMx

rtest
0testcase	?z	<w0gF
4data	?z	<B10D63CW0gKyHG	@testdata/*.json.zst
@testdata/*.json.zst	testdata/canada_geometry.json.zst	testdata/citm_catalog.json.zst	testdata/golang_source.json.zst	testdata/string_escaped.json.zst	testdata/string_unicode.json.zst	testdata/synthea_fhir.json.zst	testdata/twitter_status.json.zst

rwire
0decode	?z	<COKI2r-
6!	?z	<DCOMyx
0encode	?z	<1yOKI2r-
6!	?z	<UB2f0z000u1yVO0eMIyxG
0wire	?z	<0hDIy052r-
4!	?z	<0hKx2r-

ejsontext
0coder!	?z	<B2U1IDCO0b0gMyx
0decode	?z	<B1y2p1IDC
6!	?z	<B1y2U1IDwC0d0gMKyx2R
1oc	?z
0encode	?z	<B1y2p1IC08
6!	?z	<B1y2U1IDC0gKx
1rrors	?z	<B1ICI
1xample!	_	?z	<B1F2VwCNy
2port	?z	<2DC
0fuzz!	?z	<B2UDC0bKx
0options	?z	<1y2p1Iy
0pools	?z	<BC08H
0quote	?z	<1y1I
0state	?z	<1ID11OIy-
5!	?z	<wKyx-
0token	?z	<B1y1IDOI
5!	?z	<OMx
0value	?z	<B1y1IDCKH
5!	?z	<2U1ICyx

ev2	json
0arshal	?z	<B192D1y2p1FCMHG
6_any	?z	<0h2D1y2p1I1FOMKI
7default	?z	<B0h195L0W0u2D1y2p1I1FDwOMKIyH
7funcs	?z	<2D1y2p1FDwCMH
7inlined	?z	<B1y2p1I1FDCMK
7methods	?z	<192D1y2p1I1FDCM
6!	?z	<B195L0W0u2D1y2p2U1I1FDwCO0d1hMIyxG
6_time	?z	<B0h2D1y2p1I1FDwO08MIyG
b!	?z	<1IDwOIxG
0bench!	_	?z	<B0h0c2U1F2VwCz0gMyx2RG
0doc	?z
0errors	?z	<0h1y2p1I1FDwCMIyH
6!	?z	<5tB1I1FDCyx
1xample_orderedobject!	_	?z	<1F2VwNM
7!	_	?z	<B1F2VDwNO0e1hzMIy02G
0fields	?z	<0h1y1IDwCMKIy05-
6!	?z	<192U1FDMx
1old	?z	<05-
4!	?z	<wMx05
1uzz!	?z	<Bx
0inline!	?z	<zRyx
2tern	?z	<0008
6!	?z	<B2U1FwCx
0options	?z	<2D1y2pw

9pem
0example!	_	<0_1pwNz
0pem	<B0WDCKy
3!	<BCMyx22

9xml
0atom!	<G
0example_marshaling!	_	<3EwNy
7!	_	<3Ewz
7_text_marshaling!	_	<3EwNy
0marshal	<UB19DwCMIy
7!	<BDwCMIyHxG
0read	<B19DwMFIy
4!	<BDCzMFyxG
0typeinfo	<wMyH
0xml	<UBDwCIy05-
3!	<BwCMyx-

1rrors
0errors
6!	_	<Dx
1xample!	_	<DwWzG
0join	<A
4!	_	<DMx
0wrap	<3Z
4!	_	<DwWzMx

1xpvar
0expvar	<0c0xNO0ezFKIH02-
6!	<B1V0cw0d1sMFIH02x

0flag
0example_flagset!	_	<VwG
9unc!	_	<DVw0dz
7!	_	<DVwyG
7_textvar!	_	<Vw0dz
8value!	_	<Vw0p
2port!	<Cz
0flag	<19DwCzMFKIyG
4!	_	<BVwLCzRXFKIyxG

1mt
0doc
0errors	<D13K
6!	_	<DwMx
1xample!	_	<wCOzyG
2port!
0fmt!	_	<Bw0LCOMyxG05
1ormat	<I-
0gostringer_example!	_	<w
0print	<62CzMIH-
0scan	<DCOzMIH-
4!	_	<UBDwCOMXyx2R-
1tate!	_	<wx
2ringer_example!	_	<w
8!	_	<wx

0go/ast
0ast	<Py
3!	<x
0commentmap	<B0hwPKy
a!	_	<wS0qPZyx
0directive	<wPIy05-
9!	<PMyx
0example!	_	<wS0X0qPy
0filter	<PK
6!	_	<S0X0qPyx
0import	<0hPKI
6!	_	<S0qPx
1ssues!	_	<S0qPx
0print	<wPCzM
5!	<yx
0resolve	<w2jPI
0scope	<wPy
0walk	<w11
4!	_	<S0qPMKyx

3build
0build	<BDwS2W3VP0f0x733X165oCWzR0gJFKIy05-A
5!	<wLC0DzJMFKyx
0deps!	<BwP72LWzJKyx
1oc
0gc	?I	<JF
2cgo	?0a	<F
0read	<UBDwS0q2jPCIy05-A
4!	<wPCyx
0syslist!	<Fx
0vendor!	<LFyx

8/constraint
0expr	<Dy05-
4!	<w0DMKyx
0vers	<Iy
4!	<wx

3constant
0example!	_	<w0jPOK
0kind_string	<I
0value	<wPO0s08IyH-
5!	<wPO0syx

3doc
0comment	<4FC
7!	<B0qP20x
0doc	<wS4FPy
3!	<BVwS0q2iPWzJXyx1t
0example	<0hSP3vKIy05-
7_internal!	<0qPMIyx
7!	_	<BwS3V0X0qP202-JMyx
2ports	<SP
0filter	<S
0headscan	=main	?y	<Vw3V0qPWzJXFy
0reader	<0hwSP3v0gKIy05-
0synopsis	<4Fy05
8!	<x

6/comment
0doc
0html	<BwI
0markdown	<Bwy
0old!	<x
0parse	<Ky05-
5!	<x
1rint	<Bwy
0std
3!	<20LKyx
0testdata!	<B0cw202-Jyx
2xt	<BwZy-
0wrap!	<Vw0bxG-

3format
0benchmark!	_	<BVw0Xzx
0example!	_	<Bw0X0qPN
0format	<BwS0q2iPC
6!	<BS0qPzyx
0internal	<BS0q2iPy

3importer
0importer	<0J8Q6I8RP03CF
8!	<0JPLCzyx

4nternal/gccgoimporter
0ar	<B0HDw2_CIy
0gccgoinstallation	<U03zRJy
h!	<03x
0importer	<B0Hw032_CzJy
8!	<03LzRJXIx
0parser	<Dw0jP03CIy2B-
6!	<B03yx2B

eimporter
0gcimporter	<UwP035h2GCz
a!	_	<BwS0J3F6I0qP03LzR0gJFyHxG
0support	<wP2GH
0ureader	<P030x2GKy

cscannerhooks
0hooks	<P

drcimporter
0srcimporter	<wS0J0qP03CzRJyHA
b!	<V0JP03Lz0gJyxG

3parser
0error!	<V2jPzJXyx
1xample!	_	<w0qP
0interface	<BDSPCWzJy
0parser	<wS2W6J2jPy
6!	<wSPWMyx
1erformance!	<Pzx
0resolver	<wSPy
8!	<wS2jPzJyx
0short!	<x

4rinter
0comment	<S4Fy
0example!	_	<BwS0q2iPy
0gobuild	<2WK2L
0nodes	<SPOIy05-
0performance!	<BS0qPCNzx
1rinter	<wS2WPCzyH2L05
7!	<BDVwS0qP20CzJxG

3scanner
0errors	<wPCZ
1xample!	_	<w2jP
0scanner	<Bw6JPJI05-
7!	<wPzJFKyx

3token
0example!	_	<wS0qP
2port!
0position	<0hwKIH02
8_bench!	_	<0JP1AzJx
8!	<w0bKyHx
0serialize	<K
9!	<B29wKx
0token	<I05-
5!	<x
1ree	<w11
4!	<1AKx

4ypes
0alias	<P
5!	_	<S0qP03x
1pi	<BwS0jP0yA
3_predicates
3!	_	<DwS3F0qP033XLFKZyHx
1rray
1ssignments	<wS0yy
0badlinkname	<A
2sic
1uiltins	<S0jP0y
8!	_	<wS03x
0call	<SP0yy
1han
2eck	<wS0jP0x0yz02
5!	_	<BVwS0q2jP030fL0yzJMXFIyx
1ommentMap!	_	<w2jPXyx
2nst	<0jP0yO
3text	<BwIyH
7!	<x
3versions	<0j0y05
1ycles	<S
0decl	<wS0jP0yK
0errorcalls!	_	<SPIx
5s	<wSP0yFy
6!	<x
3support
1val	<wS0qP
4!	_	<wS0qP030xLyx
1xample!	_	?21	<wS0X0qP03NXKy
2pr	<wS0jP0y
4string	<BwS
a!	_	<0q03x
0format	<BwSPIy
0gccgosizes
2sizes
1enerate
8!	_	<BVwS0X0qP20zJFyx
1otype	=main	?y	<VwS0J3F0q2jP03CzJHG
0hilbert!	_	<BVw03zx
0index	<S0jP0y
2fer	<wPKy
2itorder	<0h3lw0yKZ
2stantiate	<DwP0y
b!	_	<03yx
2terface	<SP0y
1ssues!	_	<wS0qP03LXKyx
1ter	<11
0labels	<SP0yK
1iterals	<SP0yy
1ookup	<B
6!	_	<P03JFx
0main!	_	<0JLzx
2p
1ethodset	<wZy
9!	_	<S0qP03Kyx
1ono	<SP0y
4!	_	<Dw03yx
0named	<PyH02
5!	_	<SP03x
0object	<Bw0jPy05-
6!	_	<w03Lyx
3set
1perand	<BwS0jP0y
0package	<w
1ointer
1redicates	<K05
0range	<S0j0y
1ecording	<S0j
2solver	<0hwS0jP0yKIy05
8!	_	<wSP03LKx
2turn	<SP
0scope	<wPCKyH
52	<P
6!	_	<wSP03MXyx
1election	<Bw
3f!	_	<S0qP03L0gJxG
1ignature	<wSP0yJy
2zeof!	<Mx
4s
5!	_	<SP03Lx
1lice
1tdlib!	_	<DwS0J3F0q2jP03LzJFKyHxG
2mt	<S0jP0yK
2ruct	<SP0yI
1ubst	<P
0termlist	<y
8!	<yx
1oken!	<Px
1uple
1ype
4lists
4param	<02
4set	<P0yKy
7!	<S0qPx
5tring	<BwKIy-
a!	_	<03Lx
4term
8!	<yx
4xpr	<wS0j0yy
0under	<11
2ify	<BwZy
3on	<SP0y
3verse	<0jy
1til	<S0jP
4!	<P
0validtype	<P
1ersion	<w4g3X

3version
0version	<74y
7!	<Mx

0hash
0example!	_	<B0z19wN
0hash	<C
0marshal!	_	<B3d1V0z2n190u0r5Y2X9Y3ux

4/adler32
0adler32	<D0r0S
7!	<190r4oCyx

5crc32
0crc32	<D0r0SH02
5_amd64	<0AA
b.s
7rm64	<0A
b.s
6generic	<0S
6loong64	<0A
d.s
6otherarch	?48
6ppc64le	<A
d.s
6s390x	<0A
b.s
6table_ppc64le.s
5!	<19w0r4oC0byx
0example!	_	<w2X
0gen
3_const_ppc64le	=main	?y	<Bwz

864
0crc64	<D0r0SH
5!	<190r4oCx

5fnv
0fnv	<D0r0S08
3!	<B19000r4oCx

5maphash
0example!	_	<w5Z
0maphash	<0rT
7_purego	?1X	<0tD0SO08M
8runtime	?x	<T2ZA
7!	<Bw0r0Y4oOMyxA
0smhasher!	?05	<w2ZLO0bFKyx

1tml
0entity	<H
6!	<x-
1scape	<y-
6!	<yx
1xample!	_	<w4j
0fuzz!	<x

4/template
0attr	<y
4_string	<I
0clone!	<DwCyHx33
1ontent	<wM
7!	<Bwyx
5xt	<wK33
1ss	<Bwy05-
3!	<Iyx
0delim_string	<I
1oc
0element_string	<I
1rror	<w33
1scape	<Bw4j0xC0DX1t33
6!	<B0cwzyx1t33
1xample!	_	<w2qNzy
7files!	_	<CNzJ1t
2ec!	<BDVwCMyHx1t
0html	<Bwy-
4!	<4jyx
0js	<B0cwMXy-
2!	<DOyx
2ctx_string	<I
0multi!	<2kzyx33
0state_string	<I
0template	<wCWz0gJH1t33
8!	_	<B0c2qyx33
1ransition	<By
a!	<Byx
0url	<wy
3!	<x
3part_string	<I

0image
0decode_example!	_	<0Ww1q70Ny
6!	_	<Uw1q1z9Z704Izx
0format	<UDCH02
0geom	<1z08I
4!	<wx
0image	<1z
5!	<1z5cx
0names	<1z
0ycbcr	<1z
5!	<1zx

5/color
0color
5!	<x22
0ycbcr
5!	<wx

b/palette
0gen	=main	?y	<BVw0XCNz
3erate
0palette	<1z

6draw
0bench!	<1q1zMx
0clip!	<1qx
0draw	<1q1z6_
4!	<1q1z4Izx22
0example!	_	<w1q1z5dO

6gif
0fuzz!	<B1qzJyx
0reader	<U5BDw1q1zC
6!	<B5B0u1q1z5cCzMF0Fyx
0writer	<UB5BD1q1z5c5d0SC08
6!	<B1q1z5c5d4IC0bzMx

6internal/imageutil
0gen	=main	?y	<BVw0XNz
0imageutil
2pl	<1q

6jpeg
0dct
3!	<wO0s0byx
0fuzz!	<B1qzJyx
0huffman	<C
0reader	<1q1z6_C
6!	<B0Ww1q1zC0bz0FyxG
0scan	<1q
0writer	<UD1q1zC
6!	<Bw1q1z4IC0bzyx

6png
0example!	_	<0Ww1q1z4ICNzy
0fuzz!	<B1qzJyx
0paeth
5!	<B0bx
0reader	<2S00w0r2X1q1zC
6!	<UBw1q1zCzMyx
0writer	<U2S002X1q1zCI
6!	<B2S00w1q1z5dCx

1ndex/suffixarray
0example!	_	<w9-
0gen	=main	?y	<BNzy
0sais
42
1uffixarray	<B00DCOXKZ
b!	<BwW0bzJXKZyx

2ternal/abi
0abi	<04A
3_amd64
5rm64
4generic	?4Q
4loong64
4ppc64x	?B
4riscv64
4s390x	?1c
3!	_	<TLJyx
3_test.s
0bounds
0compiletype
0escape	<A
1xport!
0funcpc	?4w
6_gccgo	?0a	<A
0iface	<A
0map	<A
0rangefuncconsts
1untime
0stack
2ub.s
1witch	<04
1ymtab
0type	<A

asan
0asan	?07	<A
0doc
0noasan	?1n	<A

9bisect
0bisect	<FH02

auildcfg
0cfg	<wzJIy
3!	<zx
0exp	<w1nMy
0zbootstrap	<F

aytealg
0bytealg	<0AA
0compare_386.s
8amd64.s
9rm.s
b64.s
8generic	?3S	<A
8loong64.s
8mips64x.s	?H
cx.s	?M
8native	?6I	<A
8ppc64x.s	?B
8riscv64.s
8s390x.s
8wasm.s
2unt_amd64.s
7rm.s
964.s
6generic	?41
6loong64.s
6mips64x.s	?H
6native	?7i
6ppc64x.s	?1W
6riscv64.s
6s390x.s
0equal_386.s
6amd64.s
7rm.s
964.s
6generic
6loong64.s
6mips64x.s	?H
ax.s	?M
6native	<A
6ppc64x.s	?B
6riscv64.s
6s390x.s
6wasm.s
0index_amd64	<0A
b.s
7rm64
b.s
6generic	?46
6loong64	<0A
d.s
6native	?7n
6ppc64x	?B	<0A
c.s	?B
6s390x	<0A
b.s
5byte_386.s
aamd64.s	?Q
brm.s
d64.s
ageneric	?3T
aloong64.s
amips64x.s	?H
ex.s	?M
anative	?6E
appc64x.s	?B
ariscv64.s
as390x.s
awasm.s
0lastindexbyte_generic

dorder
0byteorder

9cfg
0cfg

agrouptest
0cgrouptest_linux	<w5lzJKIyEx
g!	<wx

ahacha8rand
0chacha8	<0S0AA
7_amd64.s
9rm64.s
8generic	<04A
8loong64.s
8riscv64.s
8stub.s	?43
0export!
0rand!	_	<B00w4KKx

aopyright
0copyright!	<BLCWzJx

bverage
0defs
0pkid

h/calloc
0batchcounteralloc

jfile
0apis	<w1f4LC02A
0emit	<w3u1f605e4LCzJFI02GA
4data!	<w1f16LzRJFyx
0hooks	<75
0snapshot!	?6L	<x
0testsupport	<0cw1f5-5_4k3G3H3I4L0iCzJyA
1s!	<0cV1fLzRJyxA

kormat
0fmt!	_	<1f5_Kyx
1ormat	<0hw1f4kC0DKZy2L

jmerge
0merge	<w1fO
5!	_	<w1f4kx

idecodecounter
0decodecounterfile	<00w1f5f4lCzIA

ometa
0decode	<00w1f5f4lCz
6file	<U00w3u1f5f4lCz

iencodecounter
0encode	<U00w1f5g4l61C0DzK

ometa
0encode	<B00w0r3u1f4l61Cz
6file	<U00w3u1f4lCzA

ipods
0pods	<0hw1fzJXKIy
4!	_	<w3u1f3IzJFx

irtcov
0rtcov	<A

islicereader
0slicereader	<00wCA
2r!	<00Cx

nwriter
0slicewriter	<wC
2w!	<Cx

jtringtab
0stringtab	<w5f61C

itest
0counter!	<w1f3G60CzJx
0roundtrip!	<w1f3H5e5gCzJx

iuleb128
0uleb128

apu
0cpu	<A
3.s
3_arm
764
9.s
9_android	?0i
adarwin	?7v
afreebsd	?0i
ahwcap	?0s	<A
alinux	?7w
aopenbsd	?0i
bther	?7u
4darwin	?2G	<A
4loong64	?0m
b.s
b_hwcap	?0n
clinux	?0n
4mips
864x	?H
8le
4no_name	?3R
4ppc64x	?B
a_aix	?B
blinux	?B
bother	?6v
4riscv64
b_linux	?0L	<A
cother	?9-
4s390x
9.s
9!	_	<D0AzXx
3!	_	<0A0xLRFx
3_wasm
4x86	?06
7.s	?06
7_darwin	?5P
8netbsd	?5Q
8other	?5O
7!	_	?06	<0A0xx
0datacache_unsupported	?20
ax86	?06
d!	_	?06	<0Ax
0export!
6_x86!	?06

9dag
0alg
3!	<Kyx
0parse	<0hwKy
5!	<Kyx

aiff
0diff	<BwZy
4!	<B2-Jx

9exportdata
0exportdata	<UBDw0J2ICzRJyH
0support	<UCIy

9filepathlite
0path	<D13WK
4_nonwindows	?L
5plan9	<0K13
5unix	?N	<0K13
5windows	<0K130QE

amtsort
0export!	<M
0sort	<0hMK
4!	_	<0hw62OMFKyxA

auzz
0counters_supported	?67	<A
9unsupported	?3I
2verage	<w08
0encoding	<BwS0qPOIy-
8!	<OIx05
0fuzz	<BQ0zDw0xC08zJMFyG
0mem	<BwzA
1inimize	<M
8!	?84	<BQDwMxG05-
1utator	<00wOA
7!	<BwzIx
7s_byteslice
i!	<Bwx
0pcg	<08zIy02G
0queue
5!	<x
0sys_posix	?83	<wzRE
4unimplemented	?4p	<zR
4windows	<wzREA
0trace	?4-	<A
0worker	<BQ0z0cDwCzRMFHG
6!	<QDVw0LCz1PMIxG

9goarch
0gengoarch	=main	?y	<BwNzy
1oarch
6_386
7amd64
8rm
a64
7loong64	?0m
7mips
b64
dle
ble
7ppc64
cle
7riscv64
7s390x
7wasm
0zgoarch_386	?2q
8amd64	?0r
9rm	?2E
b64	?0i
dbe	?7A
bbe	?7B
8loong64	?0m
8mips	?9B
c64	?9C
ele	?9D
ep32	?9E
hle	?9F
cle	?9G
8ppc	?9T
b64	?9U
dle	?3w
8riscv	?9Z
d64	?3x
8s390	?9_
cx	?1Y
9parc	?a0
d64	?a1
8wasm	?0p

bdebug
0godebug	<4J4mH02A
7!	_	<w0x0LLzR4rKyx

gs
0godebugs!	_	<4mLzRJXFyx
0table

bexperiment
0exp_arenas_off	?4E
cn	?1b
4boringcrypto_off	?4F
in	?8E
4cgocheck2_off	?4G
fn	?8F
4dwarf5_off	?4H
cn	?8G
4fieldtrack_off	?4I
gn	?8H
4goroutineleakprofile_off	?4J
qn	?8I
5reenteagc_off	?24
gn	?30
4heapminimum512kib_off	?4K
nn	?8J
4jsonv2_off	?G
cn	?z
4loopvar_off	?4L
dn	?8K
4newinliner_off	?4M
gn	?8L
4preemptibleloops_off	?4N
mn	?8M
4randomizedheapbase64_off	?4O
qn	?8N
5egabiargs_off	?4P
gn	?1c
awrappers_off	?4R
kn	?8O
5untimefreegc_off	?4S
jn	?8P
bsecret_off	?4T
jn	?0u
4simd_off	?4U
an	?S
6zespecializedmalloc_off	?4V
rn	?8V
5taticlockranking_off	?1o
nn	?1H
0flags
0mkconsts	=main	?y	<Bw1nNzMy

bos
0gengoos	=main	?y	<BwNzy
1oos
0nonunix	?00
0unix	?w
0zgoos_aix	?0h
7ndroid	?1y
6darwin	?4Z
7ragonfly	?2Q
6freebsd	?0t
6hurd	?31
6illumos	?1d
7os	?1I
6js	?0k
6linux	?4d
6netbsd	?1Q
6openbsd	?1R
6plan9	?T
6solaris	?4W
6wasip1	?D
7indows	?A
6zos	?3G

broot
0gc	?I	<zRJyH
2cgo	?0a	<zJy

bver
0gover	<0h
5!	<Mx

esion
0goversion

9lazyregexp
0lazyre	<zXyH

dtemplate
0lazytemplate	<CzyH1t

9msan
0doc
0msan	?0I	<A
0nomsan	?27	<A

9nettrace
0nettrace

9obscuretestdata
0obscuretestdata	<0WCz

aserror
0errors	<D

9pkgbits
0codes
0decoder	<00Dw0jPC0szFy
1oc
0encoder	<B0z000jC0sFy
0flags
0pkgbits!	_	<2Gyx
0reloc
0support	<w
1ync	<wFy
4marker_string	<I
0version

alatform
0supported
0zosarch
7!	_	<B0cV20LzRx1t

aoll
0copy_file_range_freebsd	<0NE
glinux	<0NHE
gunix	?1F	<0N
0errno_unix	?0o	<E
6windows	?A	<E
3or_linux!	_	<D0IzE
6stub!	_	?04	<DzF
5!	_	<wW0dzxG
1xport_linux!
7posix!	?U
6!
0fd	<D
2_fsync_darwin	<D0NE
9posix	?2y	<E
9windows	<E
3io_plan9	<0MFHE
3mutex	<02
8!	_	<0I0bFyxG
3opendir_darwin	<EA
3plan9	<D13CHEG
4oll_js	?K	<EG
8runtime	?3D	<DHEGA
5six	?0N	<CE
8!	_	?U	<0ICx
3unix	?N	<0M0NC02E
7js	?1k	<E
3wasip1	<0S02EA
4indows	<D0L0QCFH02E2r-A
a!	_	<D0I0QCzJExA
4ritev_libc	?2v	<EA
aunix	?2T	<EA
1ile_plan9
1statat_unix	?0o	<0NE
0hook_cloexec	?09	<E
5unix	?N	<E
5windows	<E
0iovec_solaris	<EA
6unix	?2w	<E
0read!	_	<zFHxG
0sendfile
8_solaris
9unix	?7_	<CFE
9windows	<CE
1ock_cloexec	?0D	<E
c_solaris	<0NE
4opt	?U	<E
7_linux	<E
8unix	?w	<E
8windows	<E
7ip	?U	<E
1plice_linux	<0NFHE
c!	_	<0IFH02xG
1ys_cloexec	?6S	<E
0writev	?w	<CFE
6!	_	<0IMx

arofile
0encode	<DwZ
0filter
0graph	<wZy
0merge	<wZIy
0profile	<B2fwCyG
3to	<DwK
5!	<Kx
2une	<wX

grecord
0profilerecord

9race
0doc
0norace	?05	<TA
0race	?P	<TA

aeflectlite
0all!	_	<0WwT3ZOMFxA
1sm.s
0export!	<A
0reflect_mirror!	_	<wS0qPWzJFKyHx
0set!	_	<BSP3ZCx
1wapper	<043MA
0tostring!	_	<3ZMI
1ype	<TA
0value	<T043MFA

aoutebsd
0address	?F	<1hFE
7_darwin!	<1hMEx
7!	?F	<1hMEx
0binary	?F	<0S
0interface	?F
9_classic	?81	<FE
afreebsd	<E
amulticast	?2K
aopenbsd	<E
0message	?F
7_darwin!	<Ex
8freebsd!	<Ex
7!	?F	<Ex
0route	?F	<DE
5!	?F	<wFE
0sys	?F	<EA
3_darwin	<E
5ragonfly	<EA
4freebsd	<EA
4netbsd	<E
4openbsd	<EA

auntime/atomic
0atomic_386	?2q	<A
a.s
7amd64	<A
c.s
8ndor_generic	?7t	<A
c!	_	<0ix
8rm	?2E	<0AA
a.s
a64	?0i	<0AA
c.s
7loong64	?0m	<0AA
e.s
7mips64x	?H	<A
e.s	?H
bx	?M	<0AA
c.s	?M
7ppc64x	?B	<A
d.s	?B
7riscv64	<A
e.s
7s390x	<A
c.s
6!	_	<040iFxA
6_wasm	<A
b.s
0bench!	_	<0ix
0doc
0stubs	?0w	<A
1ys_linux_arm.s
4nonlinux_arm.s	?04
0types	<A
5_64bit	?2D
0unaligned
0xchg8	<04A
5!	_	<0ix

hcgobench
0bench!	_	?E	<a3x
0funcs	?E	<09

jroup
0cgroup	<0K0M
6_linux	<3-
6!	_	<w5lCyx
0export!
0line_reader	<0K
b!	_	<5lyx
0runtime	<A

hexithook
0hooks	<0iA

hgc
0malloc	<04
0scan	<04
1izeclasses

j/internal/gen
0gen	<3l00w5ZCNzMy
1p
0regalloc	<wN08y
0simd
0val	<H

kscan
0expand_amd64	<1g
c.s
c!	_	?0r	<3Jx
7reference	<041g
6!	_	<041g3Jx
0filter	<A
6_amd64
c.s
c!	_	?0r	<3Jx
6!	_	<3Jx
0mem_nounix!	_	?00	<x
4unix!	_	?w	<1gExA
1kasm	=main	?y	<Bw1ga4CNzKI
0scan_amd64	<0A1gA
a.s
a!	_	?0r	<3Jx
5generic	?1l	<1gA
c!	_	<3Jx
6o	<041g0kA
5reference	<041gA
4!	_	<w0A041g3J081AKHxA

hmaps
0export!	<TA
0fuzz!	_	<B00w2ZMxA
0group	<T040kA
0map	<T042H0kA
3!	_	<wT2ZOxA
0runtime	<T0Y210L0kA
7_fast32	<T0L0kA
c64	<T0L0kA
cstr	<T040L0kA
0table	<T2HA
5_debug	<TA

jth
0math	<04
4!	_	<2Hx

hpprof/label
0labelset

hstartlinetest
0func_amd64
a.s

iys
0consts	<042z
6_norace	?05
7race	?P
0dit_arm64	?0i	<0A
9.s
0empty.s
0intrinsics
a!	_	<0kx
0nih
1o_dit	?4f
0sys
0zversion

kcall/linux
0asm_linux_386.s
aamd64.s
brm.s
d64.s
aloong64.s
amips64x.s	?V
ex.s	?_
appc64x.s	?Y
ariscv64.s
as390x.s
0defs_linux
a_386
bamd64
crm
e64
bloong64
bmips64x	?V
fx	?_
bppc64x	?Y
briscv64
bs390x
0syscall_linux	<04A
d!	_	<3-x

pwindows
0asm_windows_386.s
camd64.s
drm64.s
0defs_windows
c_386	<04A
damd64	<04A
erm64	<04A
0syscall_windows	<T

hwasitest	wasi
0host!	_	<V
0nonblock!	_	?40	<UwLC0bzRJEx
0tcpecho!	_	<BwL0b0dzRxG

9saferio
0io	<CA
2!	<BCx

aingleflight
0singleflight	<H
c!	<DwH02xG

atrconv
0atob
4!	_	<B0Mx
3c
4!	_	<0MO5qx
3f
4!	_	<0MO0bMyHx
4eisel	<08
3i
4!	_	<w0MMx
0ctoa
4!	_	<0Mx
0decimal
7!	_	<0Mx
2ps	<A
0export!
0fp!	_	<10Vw0MC0ezyx	@testdata/testfp.txt	@testdata/atof1k.txt	@testdata/ftoa1k.txt
1toa
4!	_	<0MO0bx
4dbox
4fixed	<08
0import!	_	<0M
1toa	<08
4!	_	<w0Mx
0math	<08
4!	_	<0MOx
0pow10gen	=main	?y	<Bw0XN0sz
5tab
@testdata/atof1k.txt	testdata/atof1k.txt
@testdata/ftoa1k.txt	testdata/ftoa1k.txt
@testdata/testfp.txt	testdata/testfp.txt

cingslite
0strings	<0KA

aync
0export!	<TA
0hashtriemap	<T0402A
b_bench!	_	<3Kx
b!	_	<w3KOFIHx3N
0mutex	<0L02A
0runtime	<A

dtest
0synctest	<TA
8!	_	<Qw3LL11zMFKIyH02xG3N

bscall/execenv
0execenv_default	?L	<E
8windows	?A	<0QEA

hunix
0arandom_netbsd	<EA
2c4random_darwin	<TA
bopenbsd	<TEA
1sm_aix_ppc64.s
4darwin.s
4openbsd.s	?0J
4solaris.s
1t	?2T	<EA
2_aix
3darwin	?O	<TEA
3fstatat	?89	<EA
a2	?8q	<E
3js
3libc	?1w	<EA
72	?2J	<EA
3openbsd	?0J	<TEA
3solaris	<E
4ysnum_darwin
bragonfly	<E
afreebsd	<E
bstatat64_linux	?7s	<E
h_linux	?7z	<E
alinux	<E
anetbsd	<E
cwfstatat_linux	?7o	<E
aopenbsd	<E
3wasip1	?D	<EA
0constants	?0o
2py_file_range_unix	?1F	<EA
0eaccess	?w	<FE
0faccessat_bsd	?2U	<EA
adarwin	<TEA
aopenbsd	?0J	<TEA
asolaris	<EA
byscall	?2A	<E
2llocate_bsd_386	?6c	<E
e64bit	?6b	<E
earm	?6d	<E
1chmodat_linux	?C	<0ME
9other	?2U	<EA
8!	_	?0o	<0NzFx
2ntl_js	?K	<E
6unix	?w	<EA
6wasip1	?D	<E
0getrandom	?2S	<02EA
9_dragonfly
afreebsd
alinux
f!	_	<0Nx
asolaris	<02EA
0ioctl_aix	<EA
0kernel_version_freebsd	<HE
m!	_	<0NEx
fge
h!	_	<0Nx
flinux	<E
fother	?23
fsolaris	<FHEA
m!	_	?02	<0NFEx
0net	?w	<EA
3_darwin	<TEA
4js	?0k	<EA
4wasip1	?D	<EA
1ofollow_bsd	?8a	<E
9netbsd	<E
9posix	?6z	<E
2nblocking_js	?K
cunix	?w	<E
cwasip1	?D	<EA
0pidfd_linux	<E
1ty_darwin	<TA
0renameat2_sysnum_linux	?9e	<E
8_sysnum_linux	?8_	<E
0siginfo_linux	<E
d_mipsx	?9g
eother	?90
d!	_	<040NFyxA
1yscall
3num_freebsd
7linux_386
damd64
erm
dgeneric	?9d
dmips64x	?H
hx	?M
dppc64x	?B
ds390x
0tcsetpgrp_bsd	?F	<EA
alinux	<EA
0user_darwin	<TEA
1times	?a6	<EA
6_wasip1	?D	<EA
0waitid_linux	<EA

hwindows
0at_windows	<3YF6bEA
a!	_	<0QzJExA
0exec_windows!	_	?A	<w0QLzRExA
0mksyscall	?1a
0net_windows	<EA
1onblocking_windows	<EA
0psapi_windows
0reparse_windows	<EA
0security_windows	<FEA
1tring_windows	<E
1ymlink_windows	<E
2scall_windows	<HEA
0types_windows	<3fEA
0version_windows	<DHEA
f!	_	<D0QEx
0zsyscall_windows	<4MEA

o/registry
0export!	?A
0key	?A	<FE
0mksyscall	?1a
0registry!	_	?A	<B0t4nzKExA
0syscall	?A	<E
0value	?A	<DE2rA
0zsyscall_windows	<4MEA

psysdll
0sysdll	?A

cinfo
0cpuinfo_bsd	?2N	<E
8linux	<UBCzy
8stub	?1_
0export!
0sysinfo	<0AH
7!	_	<5nx

clist
0syslist

9testenv
0exec	<QDwzRFIyHxG
0noopt	?9O
0opt	?5g
0testenv	<BDVw710416zRJFIyHx
7_notunix	?af	<DWz
bwin	?L	<wzJFH
7!	_	<16LzJFyx
7_unix	?w	<DWE
8windows	<DzJHE

dhash
0hash	<B0rC0bxG

dlog
0exit	<HA
0log	<02

dpty
0pty	<Dwz
3_cgo	?7Q	<09z
4darwin	<0NzE
4none	?3L	<z

arace
0base	<w1j1SOy
2tch	<B00w1j1SC
5cursor	<0h00w1j
b!	<wKyx
0event	<Dw1j1SC11OXKIyG
5!	<w20MKxG
1xport_reader!	<1S
6!
0gc	<3lOZyG
2!	_	<1r3xCOxG
1eneration	<UB0h00Dw1j1SCKyG
0mud	<0hOK
3!	<O0bx
0order	<w1j1SKy
5!	<x
0reader	<UDw781j1SCKy
6!	_	<BV1r3xCJFxG
2sources	<w
0summary	<0hKyG
7!	_	<1r3xCx
0trace!	_	<UBw0LL1r3x1SCzJFKyx
5v1	<Dw781jC
7!	_	<1r3x1SCzJx
0value	<wA

e/internal/testgen
0trace	<B00w1r4p1j1S2-zXyG

pracev1
0order	<D
0parser	<B0h00Dw1SCOKZ
6!	<B1SzJyx

fraw
0doc
0event	<001j1SIy
0reader	<U00w1j1SC
0textreader	<Uw1j1SCIy05
4writer	<w1SC
0writer	<00w1j1SC

ftesttrace
0expectation	<UBwXIy
0format	<Bw4p1S2-C
0helpers	<BwL4p1SCzyx
7!	<Vw4pCzx
0platforms	<Fx
0validation	<Dw1r1SKy

gracev2
0doc
0events
6!	_	<1j11XKyx
0spec

liewer
0emitter	<0cw1r4qCIG
0fakep
0histogram	<w2qOyG
1ttp	<10w2q0ey	@static/trace_viewer_full.html	@static/webcomponents.min.js
0mmu	<0cw1rNO0eIyHG
0pprof	<Uw2Y1r0ezRJFG
@static/trace_viewer_full.html	static/trace_viewer_full.html
@static/webcomponents.min.js	static/webcomponents.min.js

q/format
0format

fversion
0version	<w1jC

axtar
0archive	<Bwzy

aypes/errors
0code_string	<I
4s
5!	_	<wS0j3F0qP03LMyx
0generrordocs	=main	?y	<BwS3F0qP03Nz0gy1t

9unsafeheader
0unsafeheader	<A
c!	_	<B3MMxA

9xcoff
0ar	<00wCzIy
2!	<Mx
0file	<1E00Dw2ICzy
4!	<MKx
0xcoff

9zstd
0bits	<08
1lock	<C
0fse	<08
3!	<Kx
1uzz!	<BCzRx
0huff	<C08
0literals	<00
0window
6!	<Bwx
0xxhash	<0008
6!	<BzRIx
0zstd	<00DwC
4!	<B0zw0LLCzRJyHx

1o
0example!	_	<wCNzy
2port!
0io	<DH
2!	_	<BDwCzyH02x
0multi
5!	_	<B1VDwCFyxG
0pipe	<DH
4!	_	<BwCKyxG

2/fs
0example!	_	<wWNz2Q
0format	<G
6!	_	<WxG
1s	<3YG-
2!	_	<Wx
0glob	<0g
4!	_	<Wz0gKyx
0readdir	<D0KK
7!	_	<DWzx2QG
4file	<C
8!	_	<Wzx2QG
4link
8!	_	<Wx2Q
0stat
4!	_	<wWx
1ub	<D0g
3!	_	<DWx
0walk	<D0g
4!	_	<Wz0gJKx2Q

3ioutil
0example!	_	<w64NzJy
0ioutil	<CWzKy
6!	_	<B64zJFx
0tempfile	<z
8!	_	<W64zJXyx

1ter
0iter	<0LFA
0pull!	_	<w11Fx

0log
0example!	_	<BwN
0log	<wC65zFH02G
3!	<UBDwLCzRXFyHxG

3/internal
0internal

4slog
0attr	<G
4!	<0YLxG
0doc
0example_custom_levels!	_	<Q2cz
8discard!	_	<2cz
8level_handler!	_	<Q2cz
9og_level!	_	<N2cz
bvaluer_group!	_	<2c
isecret!	_	<2cz
8multi_handler!	_	<B2cz
7!	_	<Q2c0ezG
7_wrap!	_	<Qw2czJFG
0handler	<QwC4NMKIHG
7!	<BQ0cwC4NzJKIyHxG
0json_handler	<BQ0cDwC4NIHG-
c!	<BQ0cDwC4NOzJyxG
0level	<DwIy02
5!	<BVyx
1ogger	<BQN6579F02G
6!	<UBQDw0Y210LLCN65zRJXFKyHxG
0multi_handler	<QD
d!	<BQDxG
0record	<FKG
6!	<KIyxG
0slogtest!	_	<B0cwC2cyx6c
0text_handler	<Q19wCMIH05-
c!	<BQDwLCyxG
0value	<wOFKIyGA
5_access_benchmark!	<xG
5!	<w0YMyxGA

8/internal
0ignorepc

h/benchmarks
0benchmarks	<D2cG
a!	<QV0LC2c79x
0handlers	<QwC2c4NIG
8!	<BQ2cKx

juffer
0buffer	<H
6!	<0LLx

5yslog
0doc
0example!	_	?0g	<wNa6
0syslog	?0g	<DwN0dzyHG
6!	?5v	<UwC0dzJFHxG
6_unix	?0g	<D0d

0maps
0example!	_	<w0DKy
0iter	<11
4!	<Kx
0maps	<A
4!	<OIx

2th
0abs
1cos_s390x.s
4h
5_s390x.s
1ll!	_	<wOxA
1rith_s390x	<0A
b!	_	<Ox
1sin
4_s390x.s
4h
5_s390x.s
1tan
42
5_s390x.s
4_s390x.s
4h
5_s390x.s
0bits
0cbrt
4_s390x.s
1onst
5!	_	<Ox
2pysign
2sh_s390x.s
0dim
3_amd64.s
5rm64.s
5sm	?7l
4loong64.s
4noasm	?44
4riscv64.s
4s390x.s
0erf
3_s390x.s
3c_s390x.s
3inv
1xample!	_	<wO
2p
32_asm	?7y
5noasm	?4h
3_amd64	?0r	<0A
9.s
5rm64.s
5sm	?7m
4loong64.s
4noasm	?45
4s390x.s
3m1
5_s390x.s
3ort_s390x!
6!
0floor
5_386.s
6amd64.s
7rm64.s
7sm	?6H
6loong64.s
6noasm	?3Q
6ppc64x.s	?B
6riscv64.s
6s390x.s
6wasm.s
1ma	<08
1rexp
0gamma
0huge!	_	<Ox
1ypot
5_386.s
6amd64.s
7sm	?06
6noasm	?20
0j0
11
1n
0ldexp
1gamma
1og
310
5_s390x.s
4p
5_s390x.s
3_amd64.s
5sm	?7p
4s390x.s
5tub	?47
3b
0mod
3f
0nextafter
0pow
310
3_s390x.s
0remainder
0signbit
2n
3_s390x.s
3cos
3h
4_s390x.s
1qrt
1tubs	?2c
5_s390x.s
0tan
3_s390x.s
3h
4_s390x.s
1rig_reduce	<08
0unsafe	<A

4/big
0accuracy_string	<I
1lias!	_	<0t0s0bMx22
1rith	<08A
5_386.s	?R
6amd64	?R	<0A
b.s	?R
b!	?R	<x
7rm.s	?R
964.s	?R
6decl	?R	<A
a_pure	?9A
6loong64.s	?R
6mips64x.s	?58
ax.s	?57
6ppc64x.s	?59
6riscv64.s	?R
6s390x.s	?R
b!	?R	<x
5!	<wL11081AKyx
5_wasm.s	?R
5vec_s390x	?R	<0A
e.s	?R
0bits!	<wKx
0calibrate_graph	=main	?y	<B5MVwNOzI
9!	<Vw5nOFKyHxG
0decimal
7!	<wx
1oc
0escape!	<L0bRyx
1xample_rat!	_	<w0s
7!	_	<wNO0s
0float	<wO08
5!	<VwOIyx
5conv	<wCy
9!	<BwO08Ix
5example!	_	<wO0s
5marsh	<Dw0S
a!	<B290cCyx
1toa	<BwI
0gcd!	<0bx
0hilbert!	<wx
0int	<wC0by
3!	<B0uwLO0bIyx22
3conv	<DwC
7!	<Bw1Ax
3marsh	<Bw
8!	<B290c3Ex
0link!	<BLzRJx
0nat	<0S080bKH
3!	<wO081AFyx
3conv	<DwCO08KH
7!	<BwC08yx
3div	<08
3mul
0prime	<0b
5!	<wyx05
0rat	<wO
3!	<Ox
3conv	<DwCIy
7!	<BwCOMIyx
3marsh	<Dw0SO
8!	<B290c3Ex
1oundingmode_string	<I
0sqrt	<OH
4!	<wO0bx

8/internal/asmgen
0386	<w
0add
1md64
1rch	<wy
2m
364
1sm	<B0hw08Ky
0cheat	=p	?y	<08
0func	<wKy
0loong64
0main
4!	<BV20zx
1ips
464
1ul
0pipe	<w08K
1pc64
0riscv64
0s390x
1hift

7ts
0bits
4_errors	?0Q	<A
b_bootstrap	?1B
5tables
4!	_	<08FxA
0example_math!	_	<w08
7!	_	<w08
2port!
0make_examples	=main	?y	<BwN08z
5tables	=main	?y	<Bw0XCNz

5cmplx
0abs	<O
1sin	<O
0cmath!	<Ox
1onj
0example!	_	<wO5q
2p	<O
0huge!	?2c	<x
0isinf	<O
2nan	<O
0log	<O
0phase	<O
1olar
2w	<O
0rect	<O
0sin	<O
1qrt	<O
0tan	<O08

5rand
0auto!	_	<0bx
0default!	_	<w0LL0bzFIHx
0example!	_	<w0bzy2L
2p	<O
3ort!
0gen_cooked	=main	?y	<w
0normal	<O
0race!	_	<0bHx
2nd	<0xH02A
4!	_	<BDwLCO0bzFyHx2R
1egress!	_	<Vw0bMx
1ng
0zipf	<O

9/v2	rand
0auto!	_	<1Ax
0chacha8	<D0S4K
7!	_	<B0z0uC1Ax2R
0example!	_	<w1Azy2LG
2p	<O
3ort!
0normal	<O
0pcg	<D0S08
3!	_	<1Ax
0race!	_	<1AHx
2nd	<08A
4!	_	<DwLO1AzFH02x
1egress!	_	<BVw0XC1AzMyx
0zipf	<O

1ime
0encodedword	<B0WDwCy05-
b!	<DCyx
1xample!	_	<BwC30
0grammar
0mediatype	<Dw0DKy05
9!	<0Dyx
0type	<wKyH
4_dragonfly
5freebsd
5openbsd
5plan9	<Uzy
4!	<0YKyHx
4_unix	?N	<Uzy
9!	?1k	<x
5windows	<4n

4/multipart
0example!	_	<wCN303_7by
0formdata	<BD0xCO1izI
8!	<BwCO1izyx
0multipart	<UBw0xC307a1iJIy
9!	<B0cwC1izMyx
0readmimeheader	<1iA
0writer	<B0tDwC0D1iKy
6!	<BC301iyx

5quotedprintable
0example!	_	<wC7azy
0reader	<UBwC
6!	<UDVwCRXKyxG
0writer	<C
6!	<BCyx

0net
0addrselect	<1hK
a!	?18	<1hMx
0cgo_aix	?0C	<09A
5ndroid	?0C	<09
4bsd	?7J	<09
4darwin	<0N
4linux	?4c	<09
4netbsd	?0C	<09
4openbsd	?0C	<09
4resnew	?7F	<09A
7old	?7H	<09A
4socknew	?7I	<09EA
8old	?7G	<09EA
6laris	?0C	<09	#LDFLAGS: -lsocket -lnsl
5tub	?6u	<Q
4unix	?28	<QD4i0K1hFEA
8_cgo	?7M	<09A	#CFLAGS: -fno-stack-protector
c_res	?7K	<09	#!android,!openbsd LDFLAGS: -lresolv
gn	?7L	<09	#!aix,!dragonfly,!freebsd LDFLAGS: -lresolv
9syscall	?5f	<0NFEA
8!	?28	<QLx
1onf	<D0K0x13WzFH
4!	?w	<WzxG
3n!	<xG
0dial	<Q0K0x5i1hEG
4!	<UQDwLC1hzFyHExG
4_unix!	?w	<QDExG
1nsclient	<0h4i0K0MKA
9!	<x
9_unix	<QD4i0K0x0M13CzFH02G
e!	?w	<QDw4i0Dz0gJMFKyH02xG
4onfig	<z02GA
9_unix	?L	<0K131hG
e!	?w	<DWzMKyxG
awindows	<0QEG
3name!	<yx
0error_plan9
b!	<E
7osix	?0c	<zE
b!	?Q	<zEx
5!	<QDw0ICW4PzFyxG
5_unix	?0b	<E
a!	?1s	<DzE
6windows	<E
d!	<DE
1xample!	_	<QwCN0dG
2ternal!	<wLCyx
0fd_fake	?-	<0IFG
3js	?0k	<zE
3plan9	<0ICzEG
4osix	?U	<0IFEG
3unix	?w	<Q0IzFE
3wasip1	?D	<E
4indows	<Q0I0QzFEA
1ile	<z
4_plan9	<DCzE
6osix	?U	<0IzE
5stub	?0k	<zE
4!	<zMFHx
4_unix	?w	<0IzE
9!	?w	<0Nx
5wasip1	?D	<zEA
b!	?D	<Ex
6indows	<0QzE
0hook	<Q
4_plan9
5unix	?0b	<E
5windows	<0QE
2sts	<D0KW1hHG
5!	<Kyx
0interface	<D0MHGA
9_aix	<0I0NEA
absd	?F	<5kE
d!	?F	<DwRF
dvar	?8h	<5kE
adarwin	<5kE
afreebsd	<5kE
alinux	<zEA
f!	<wRx
aplan9	<D0M13z
asolaris	<90E
btub	?-
9!	<wMFx
9_unix!	?2L	<wzRFyxG
awindows	<0QzEA
1p	<0K0M131h
2!	<B0bMFx
2rawsock	<Q1hE
9_plan9	<QE
bosix	?0c	<QE
9!	<LMx
2sock	<Q0KFHA
6_plan9	<Q0K0MWzE
c!	<x
8osix	?0c	<Q0I1hFEA
6!	<Mx
0listen!	?Q	<wLzFExG
1ookup	<QD4i5i76131hH
6_plan9	<QD0K0M13Cz
6!	<QDwL1hMFKyH02xG
6_unix	?0b	<Q0KH
7windows	<Q0QzFEGA
e!	<0hQ0cDwLRMXKyEx
0mac
3!	<Myx
2in_cloexec!	?09	<0I
6onf!	<QFx
5plan9!	<R
6osix!	?Q	<4PyE
4!	<Vw4PzFKyHxG
4_unix!	?w	<0IR
5wasm!	?ab	<R
6indows!	<0IRE
1ockserver!	<QDwLNzJFIHxG
1ptcpsock_linux	<QD0I0NHE
f!	<BQDEx
astub	?04	<Q
0net	<QD0ICzHEGA
3_fake	?-	<QDCzH02EG
8!	?-	<DEx
3!	<DwC4PzFHxG
3_windows!	<UBwLCzRXKyExG
3cgo_off	?5c
8n	?9K
3go_netcgo	?9M
6off	?5d
7n	?9L
1ss	<D0KzHG
3!	?18	<MxG
0packetconn!	<zx
2rse	<0KCzG
5!	<UzFx
1ipe	<CzHG
4!	_	<6MC0dxG
1latform_plan9!
8!	<LzFyx
8_unix!	?0b	<RFI
9windows!	<0Q
1ort
4!	<x
4_unix	?0b	<0KH
1rotoconn!	<LzFxG
0rawconn	<0IFE
7_stub!	?8Y	<DE
7!	<BFxG
7_unix!	?w	<DE
8windows!	<DEA
1esolverdialfunc!	<BQDw4iMKxG
1limit_js	?0k
7unix	?0o	<E
0sendfile	?9y	<0ICE
8_nonwindows	?9x
9stub	?3N	<C
8!	<BQ0z0uDw0IC0bzFIHxG
8_unix!	?w	<5pCzHEx
9windows	<0Q
2rver!	<wzx
1ock_bsd	?F	<FE
5cloexec	?0D	<zE
c_solaris	<0I0NzE
5linux	<0NE
a!	<0Nx
5plan9
6osix	?U	<Q0IzE
5stub	?76	<E
5windows	<0QzE
4addr_posix	?0c	<E
4opt_aix	<zE
8bsd	?F	<zFE
8fake	?-	<E
8linux	<zE
8plan9	<E
9osix	?U	<FE
8solaris	<zE
8windows	<zE
7ip4_bsdvar	?6Z	<FE
blinux	<FE
bposix_nonlinux	?6B	<0KFE
bwindows	<zFE
96_posix	?U	<FE
9_stub	?-	<E
1plice_linux	<0IC
c!	?C	<0ICzIHEx
7stub	?04	<C
1ys_cloexec	?0q	<0IzE
0tcpconn_keepalive_conf_darwin!	?O	<Ex
nposix!	?6U	<G
nsolaris!	?1Z	<xG
nunix!	?2z	<Ex
nwindows!	?A	<0QEx
iillumos!	?1d	<ExG
iposix!	?6X	<ExG
isolaris!	?1Z	<0NExG
h!	?6W	<Fx
3sock	<Q0MC1hzEG
7_plan9	<QCz
9osix	?0c	<QCzE
8solaris	?1p	<0NE
7!	<QDwLCzMFHxG
7_unix	?5K	<E
c!	?1s	<Q0bFHExG
8windows	<0QE
7opt_darwin	<FEG
bopenbsd	<EG
bplan9	<0MEG
cosix	?U	<FE
bsolaris	?1p	<0NFEG
ctub	?-	<EG
bunix	?2z	<FEG
bwindows	<0QzFEGA
1imeout!	<QDwCzFHxG
0udpsock	<Q0M1hE
7_plan9	<QD1hzE
d!	<LFx
9osix	?0c	<Q1hE
7!	<Dw0Y0LL1hzMFxG
1nixsock	<QzHEG
8_linux!	<BMExG
9plan9	<QzE
aosix	?0c	<QDzE
9readmsg_cloexec	?72	<E
imsg_cloexec	?8f	<E
hother	?8Z
g!	?w	<0NzExG
8!	?Q	<BLzMFExG
8_windows!	?A	<0QzMEx
0write_unix!	?18	<BExG
5v!	<Bw0ICMFHx
6_unix	?w	<FE

3/http
0alpn!	_	<UB1v0_wC0e1syx
1sync!	_	<D3L
0client	<Q1v0WDwCN310pMKyH02G
6!	_	<BQ1v0WDwLCN0d0e671s0pMFIyH02xG
6conn	<QDw0d2A0pH
a!	_	<QwC0eH02x3h
6server!	_	<B2fQ0t1V1vw0rCN0D0d0e1s2A4O1i0pzMFKyH02x3hG
2one	<3_1i0pA
1ookie	<Dw0xN0d311iIyG
6!	<0cDwNzMKyxG
1srf	<Dw0pH02
4!	_	<C0e1syx
0doc
0example_filesystem!	_	<CWN0ey
8handle!	_	<wN0eH
7!	_	<QwCN0ez1PG
2port!	<Qw0d0pKHxG
0filetransport	<wCW
d!	<CzJx2Q
1s	<Dw0xCW303_1i0pz0gJZIyG
2!	_	<UB2fDwLCW303_0d0e1s0pzR0gJXFKIyx2QG
0h2_bundle	?1r	<UB2w2fQ0t1v00Dw2E6L54CWNO080b0d2Aa71i0pzMFZIyH02G
3error	?1r	<M
8!	?1r	<Dwx
1eader	<2EC2A311iKyHG
6!	<B0LMFyxG
1ttp	<2ECIyG-
4!	<BLW0pzXKyx
0jar	<0p
0main!	_	<wCN0ezFKyxG
2pping
7!	<0hwKIx
1ethod
0netconn!	_	<BQ3LCO0d1hzHG
0omithttp2	?9N	<DHG
0pattern	<Dw0py05
7!	<Kyx
1roxy!	<0pzx
0range!	<x
1eadrequest!	<UBwC0pMyx
2quest	<UBQ1v0WDw2E54C0D303_2A311i0pIyHA
7!	_	<UBQ0t0W0cDwCO3_0e1s0pzMXKyx
7write!	<UBDwC0d0pyx2R3hG
2sponse	<UB1vDw2EC1i0pIy
8!	<UB2f0twPC5r0pMXyx
8controller	<Uw0dG
i!	_	<DwC0ezHxG
8write!	<Cyx
1oundtrip	?0R	<A
9_js	?K	<DwC310pIy4R
3ting_index	<O
d!	<wKyx
8tree	<y
c!	<wC0DKyx
0serve!	_	<UB2f2SQ0t1v0_0cDwLCN0b3_0d0e1s2A4O5r5s0pzJMXFKIyH02Ex3hG
5mux121	<0x0pZyH
5r	<UBQ1vDw2E0xCN0D0b0d1i0p0gFKIyH02GA
6!	<w0pXxG
1niff	<B00
5!	_	<BwCN0eKIyx
1ocks_bundle	<QDC0dIG
1tatus
0transfer	<UBDw2E0xC0D2A5r311iMKIyHG
8!	<UB0twCzMyx
5port	<U2w2f4bQ1vDw2E8_0xCN0D0d2A311i0pMyH02GA
9_default_other	?0w	<Q0d
iwasm	?6f	<Q0d
bial!	_	<Q1vDC0d0e2AyHx3h
ainternal!	<BQ1vDC0d5syx
9!	_	<UB2fQ0t1v0_00DwP2E5i3LCN0b0d0e1s2A4O5s1i0pzMFKIyH02x2RG
2iv	=main	?y	<8JVwCN0ezRIyH

8/cgi
0cgi_main	<wC0D0ez0gKyG
1hild	<U1vDwC0d0e0pzIy
5!	<UB0e1syx
0host	<Uw2ECN0d0e1izRJXFIy
4!	<UwLC0d0e1szJXFKyxG
0integration!	<BDwLC0e1s0pzyx

aookiejar
0dummy_publicsuffix!	_	<67
0example!	_	<wN0e671s0p
0jar	<0hDw0d0e311h0pKyHG
3!	<w0e0pKyxG
0punycode	<w31y-
8!	<x

9fcgi
0child	<QDwC0d0e66zyG
0fcgi	<UB00DCH
4!	<BDC0eyxG

9httptest
0example!	_	<wCN0e1s
0httptest	<UBQ1vC0ey
8!	<Q1vC0e0pMyx
0recorder	<Bw2EC0e1iIy
8!	<BDwC0ex
0server	<Q1v0_VwN0d0e5szyHG
6!	<UC0d0eHx

erace
0example!	_	<wN0e2A
0trace	<Q1v5i0d1iMG
5!	<Qyx

dutil
0dump	<UBDwC0d0e0pyG
4!	<UBQwC0b0e0pF32yxG
0example!	_	<wCN0e1s4O0py
0httputil	<C5r
0persist	<UDC0d0e1iH
0reverseproxy	<QDw2E0xCN300d0e2A311i0pyH02G
c!	<UBQDwCN0d0e1s2A311i0pzMFKIyHxG

9internal
0chunked	<UBDwC
7!	<UBwCyx2R

h/ascii
0print	<y05
5!	<x

ihttpcommon
0httpcommon	<QDw2E6L2A1i0pZIyH

itestcert
0testcert	<y

9pprof
0pprof	<UBQw4j0x1n2YCN0e0pzF322JKIyG
5!	<B0Ww2YLC0e1sJF32yH02xG

4internal/cgotest
0empty!	<x
0resstate	?5e	<090NA

dsocktest
0main!	_	?1q	<4PzHEx
4_unix!	_	?1q	<E
0switch	<wH
6_posix	?Q	<wE
7stub	?T
7unix	?N
7windows	<E
1ys_cloexec	?09	<E
4unix	?N	<E
4windows	<0QE

4mail
0example!	_	<wCN7byG
0message	<UDwCN300d1iyHG-
7!	<BwC30MKyxG

4netip
0export!	<6d
0fuzz!	_	<B19w0d1hMyx
0inlining!	<LRXFyx
0netip	<0hD0K0SOI6d
5_pkg!	<B190cyx
5!	_	<B0cVw0YL0d1hMKyx6d
0slow!	_	<w1hIy
0uint128	<08
7!	<x

4rpc
0client	<U29DCN0d0eH
6!	<Dw0dyx
0debug	<w2q0eKy
0server	<U29DPCN0d0eMyH
6!	<DwCN0d1sMFyH02xG

7/jsonrpc
0all!	<0cDwC0d68Myx
0client	<0cwC0d68H
0server	<0cDC68H

4smtp
0auth	<3n3dDw
0example!	_	<wNa9
0smtp	<1v0WDwC0d1iy
4!	<UB1v0_wLC0d1iFyxG

4textproto
0header
6!	<x
0pipeline	<H
0reader	<UBDwCOIyHA
6!	<UBC0dMFKyHx
0textproto	<UwC0d
0writer	<UwC
6!	<Uyx

4url
0encoding_table
1xample!	_	<0cwN0py
0gen_encoding_table	=main	?y	<B10w0XCN0DzKIy	@gen_encoding_table.go
0url	<BDw0x1h0gKIyA
3!	<B19290cwC0dMIyx
@gen_encoding_table.go	gen_encoding_table.go

0os
0copy!	_	<BDw6MC1A0dzFHx
0dir	<0K1JCWK
3_darwin	<CFEA
4plan9	<CWE
4unix	?74	<0S04CFHEA
4windows	<0QCWFHEA
3ent_aix	<EA
7dragonfly	<EA
7freebsd	<EA
7js	<EA
7linux	<EA
7netbsd	<EA
7openbsd	<EA
7solaris	<EA
7wasip1	?D	<EA
0eloop_netbsd	?1Q	<E
6other	?6Y	<FE
1nv	<3gE
3!	_	<zKyx
3_unix!	_	?w	<wzx
1rror	<0IW
5_errno	?Q	<E
6plan9	<E
5!	_	<DwWzJx
5_unix!	_	?N	<WzE
6windows!	_	?A	<WzE
1xample!	_	<BDwWNzJHG
2ec	<D3gFH02EG
4_linux	<E
5nohandle	?26
d!	_	?26	<LzxG
5plan9	<0MEG
6osix	?0N	<0M77FE
4!	_	<Lz1PFExG
4_unix	?N	<DEG
9!	_	?w	<DLOzFEx
5windows	<D0QFEG
c!	_	?A	<LCzJHExG
4utable
a_darwin	<DA
cragonfly
bfreebsd
bnetbsd
bpath	?7a
clan9	?T	<0ME
crocfs	?C	<D13F
bsolaris	<EA
cysctl	?8s	<EA
a!	_	<wLzJFx
a_wasm	?0p	<DF
cindows	<0QE
2port_freebsd!
7linux!
6!
6_unix!	?N
7windows!
0fifo!	_	?7X	<D0NLCWzJIHExG
2le	<D1J0I3gCWFKEGA
4_mutex_plan9
5open_unix	?1k	<0IE
awasip1	?D	<0IE
5plan9	<0K0I133gCFH02EG
6osix	?0N	<3gFEG
4!	_	<LWzJx
4_unix	?N	<0I0NWF02EA
5wasip1	?D	<0I
6indows	<D1J0x0I0QFH02EA
0getwd	<FHE
5_unix!	_	?w	<DzJFyEx
0os!	_	<BDVwLCWNzRJF0FKIyHEx2QG
2_unix!	_	?N	<LCzJFyExG
3windows!	_	<BDw0x0I0Q4nLCWzRJFKIyH02ExG2rA
0path	<1JE
4_plan9
4!	_	<LzJFEx
4_unix	?N
5windows	<1J0QE
c!	_	<w0QLzJyEx
1idfd_linux	<0NFHEA
b!	_	<D0NLzRExG
6other	?6A	<E
2pe2_unix	?09	<E
4!	_	?2a	<UBwLCWzR1PFIyHExG
4_unix	?0q	<E
5wasm	?0p	<E
1roc	<3gFE
0rawconn	?Q	<F
7!	_	?2a	<zEx
1ead!	_	<BDzJFEx
4from_freebsd!	_	<0Izx
9linux!	_	<BD0I5pC0b0dzJIHExG
9sendfile!	_	?02	<Czx
aolaris!	_	<0Izx
9unix!	_	?8t	<BC0bzFIyExG
2moveall_at	?a8	<CFE
anoat	?0U	<CFE
9!	_	<BDwLzJFIyx
9_unix	?0o
awindows	?A	<E
1oot	<D0K133gWFKG
4_js	?K	<DKE
5nonwindows	?L
7openat	?0U	<D1J1302EG
5openat	?3D	<WFKHEG
5plan9	?T	<1J
4!	_	<BDVwLCW110dz0gJFKyxG
4_unix	?0o	<D0NFEG
9!	_	?N	<wzJFEx
5windows	?A	<D1J130QFEGA
c!	_	?A	<Dw0M0QzJExA
0stat	<3g
4_aix	<1JEG
5darwin	<1JEG
6ragonfly	<1JEG
5freebsd	<1JEG
5js	?K	<1JEG
5linux	<1JEG
5netbsd	<1JEG
5openbsd	<1JEG
5plan9	<EG
5solaris	<1JEG
4!	_	<DLWzJFx
4_unix	?N	<E
5wasip1	?D	<1JEG
6indows	<D1J0QEA
4at	?L	<3g
6_other	?0U
7unix	?6_	<0N
2icky_bsd	?6T
7notbsd	?3U
1ys
3_aix	<E
4bsd	?7W	<E
4js	?K
4linux	<FE
4plan9
4solaris	<E
4unix	?w
4wasip1	?D
5indows	<0QE
0tempfile	<D0K0MA
8!	_	<DWzJXyx
1imeout!	_	?25	<wC0bzFHxG
7_unix!	_	?1q	<z1PExG
8windows!	_	<zx
1ypes	<WE
5_plan9	<EG
6unix	?0g	<EG
6windows	<1J0x0QHEGA
0wait6_dragonfly	<EA
6freebsd64	?8p	<EA
d_386	<EA
earm	<EA
6netbsd	<EA
4_unimp	?6R
5wait6	?1D	<FE
9id	?C	<0NFE
1riteto_linux!	_	<B0IC0dzIEx
0zero_copy_freebsd	<0IC
alinux	<0ICE
aposix	?0c	<CE
asolaris	<0ICFE
btub	?23	<C

2/exec
0bench!	<x
0dot!	_	<DLzRJFyx
0env!	<Kx
1xample!	_	<Q0cwCNzRyG
2ec	<BQD0x77CzJFIy02EG
4_linux!	_	?36	<zHEG
5other!	_	?0T	<z
5plan9	<W
6osix!	_	?w	<wLCzR1P4QJFKIyHExG
4!	_	<UBQDVw0ILCN0d0e1szR7c1PJF0FIyH02xG
4_unix	?1s	<WE
9!	_	?w	<zE
5windows	<WE
c!	_	?A	<wLCzRIyEx
0internal!	<Cx
0lookpath
1p_linux!	_	<D0NLzRJEx
3plan9	<DWzJy
2!	<x
2_unix	?w	<D0NWzJyE
7!	_	?w	<zRx
3wasm	?0p	<D
4indows	<DWzJy
a!	_	<DwLCWzRJKyx
0read3	=main	?y	<w0ICzR7cF

7/internal/fdtest
0exists_plan9	?T	<E
6!	<zFx
6_unix	?a9	<E
7windows	?A

3signal
0doc
0example!	_	<wz1P
7_unix!	_	?w	<QwNz1P
0sig.s
3nal	<QzKH
6_cgo!	_	?63	<Q00w0NL5pz1PFIExG
7linux!	?C	<zExG
7plan9	<zE
c!	<0MzFExG
6!	?w	<BQDVwLzRF2JIyHExG
6_unix	?0N	<zE
7windows!	<LzJyExG

3user
0cgo_listgroups_unix	?5_	<wIA
5ookup_cgo	?7P	<09E	#solaris CFLAGS: -D_POSIX_PTHREAD_SEMANTICS	#CFLAGS: -fno-stack-protector
bsyscall	?29	<0NE
bunix	?2l	<wFIyEA
f!	?2l	<x
4user!	?7N
0getgrouplist_syscall	?29	<0N
dunix	?7O	<09
0listgroups_stub	?1y	<D
bunix	?2h	<UBDwCzI
f!	?2h	<wKyx
1ookup	<H
6_android	?1y	<D
7plan9	<wzE
7stubs	?5H	<wzFI
7unix	?5L	<UBDCzIy
b!	?a4	<Myx
7windows	<Dw0Q4nFEA
0user	<I
4!	<zKx
4_windows!	<0t0W00Dw0QLzRFKIyHEx05-A

0path
0example!	_	<w0g
0match	<D0K-
5!	_	<w0gx
0path	<0K
4!	_	<0gFx

4/filepath
0example!	_	<wJ
7_unix!	_	?0g	<wJ
c_walk!	_	?0g	<wWzJ
2port!
6_windows!
0match	<D1JzFKy-
5!	_	<wLzJFKyx
0path	<D0K1JWzK
4_plan9	<y
4!	_	<DwLWzJMFKyEx
4_unix	?N	<y
5windows	<zyE
c!	_	<Vw0xLWzRJ0FKyx
0symlink	<D1JWzFE
7_plan9	<zyE
8unix	?0g
8windows	<yE

1lugin
0plugin
6_dlopen	?6m	<09DHA	#linux LDFLAGS: -ldl
7stubs	?5I	<D
6!	_	<aax

0reflect
0abi	<T04A
3!	_	?1c	<TO0bMFx22
1ll!	_	<B0WVwP0Y04210LLCO0b0dzMabacF0FKIyH02xGA
1rena	?1b	<6e
1sm_386.s
4amd64.s
5rm.s
764.s
4loong64.s
4mips64x.s	?H
8x.s	?M
4ppc64x.s	?B
4riscv64.s
4s390x.s
4wasm.s
0badlinkname	<TA
1enchmark!	_	<wMIxG
0deepequal	<0KA
0example!	_	<B0cwCzM
2port!	<T04HA
0float32reg_generic	?5l	<A
bppc64x.s	?B
briscv64.s
bs390x.s	?1Y
0iter	<11
4!	_	<110DMx
0makefunc	<T04A
2p	<T0L2Z0kA
3!	_	<Mx
0nih!	_	?E	<M6axA
0set!	_	<BSPCMyxA
1tubs_ppc64x	?1W
6riscv64
6s390x	?1Y
1wapper	<T043MA
0tostring!	_	<MI
1ype	<T0411FIH05-A
4!	_	<Mx
0value	<DT040M3M11OFA
1isiblefields
d!	_	<Myx

7/internal/example1
0example

o2
0example

2gexp
0all!	<M40Kyx-
0backtrack	<40H
0example!	_	<wXy
2ec	<C40H
42!	?05	<x
4!	<U4XwLCzJ40KIyx-
0find!	<wyx
0onepass	<40Ky05-
7!	<40Kyx
0regexp	<BC40IyH05-

6/syntax
0compile	<05
0doc
0op_string	<I
0parse	<ZyH05-
5!	<wyx05
1erl_groups
1rog	<Iy05-
4!	<x
0regexp	<KIy05
0simplify
8!	<x

1untime
0abi!	_	?1c	<T0iLzRFyxG
1lg	<T0S0A040kA
2ign_runtime!	<A
5!	_	<S0J3F0q2iP03LzXFyx
1rena	<T040i2H0kA
5!	_	<040iMF0FxGA
1san	?07	<0kA
40	?1n	<A
4_amd64.s	?07
6rm64.s	?07
5loong64.s	?07
5ppc64le.s	?07
5riscv64.s	?07
2m.s
3_386.s
4amd64.h
as
5rm.s
764.s
4loong64.s
4mips64x.s	?H
8x.s	?M
4ppc64x.h
bs	?B
4riscv64.h
cs
4s390x.s
4wasm.s
1tomic_arm64.s
7loong64.s
7mips64x.s	?H
bx.s	?M
7pointer	<1n0iA
8pc64x.s	?B
7riscv64.s
1uxv_none	?4_
0badlinkname	<A
b_linux	?2B	<A
1itcursor!	_	<Fx
0callers!	_	<FKyx
1go	<A
3_mmap	?2p	<A
4ppc64x	?B
4sigaction	?2o	<A
3call	<T041n0kA
7back
4heck	<04A
2roup_linux	<5l
c!	_	<w9_FyExA
7stubs	?04
1han	<T0i2H0kA
4!	_	<LOFH02xG
4barrier!	_	<FHx
2eckptr	<A
8!	_	<LRyx
1losure!	_	<x
1ompiler
4lex
7!	_	<5qx
2nv_wasm!	_	<x
2ro	<0kA
4!	_	<0LLFyx
2vercounter	<4LA
5meta	<4LA
1puflags	<0AA
8_amd64	<0A
e!	_	<Fx
arm64	<0A
3prof	<T0kA
3ticks	?4e
1rash_cgo!	_	?E	<w0Y2z210LLzRFIyxG
5!	_	<BQDVw0Y212Y0LL1rCNzRJXF2JyHxG
5_unix!	_	?w	<BLCzRF0FyHExGA
2eate_file_nounix	?00
cunix	?w
0debug	<0iA
5!	_	?5W	<wT0Y21OzXF0F02Ex
5call	?7k	<T0kA
5log	<T0S0i0kA
8_off	?4s
an	?87
8!	_	<wXFyHx
2coratemappings!	_	<zXFx
2fer!	_	<FKx
3s1_linux	?y	<09
6netbsd_386
damd64
erm
g64
6solaris_amd64
42_linux	?y	<09	#CFLAGS: -I/tmp/linux/arch/x86/include -I/tmp/linux/include -D_LOOSE_KERNEL_NAMES -D__ARCH_SI_UID_T=__kernel_uid32_t
43_linux	?y	<09
4_aix	?y	<09
8_ppc64	?0h
6rm_linux	?y	<09	#CFLAGS: -I/usr/src/linux-headers-2.6.26-2-versatile/include
5darwin	?y	<09
b_amd64	<A
drm64	<A
6ragonfly	?y	<09
e_amd64	<A
5freebsd	?y	<09
c_386	<A
damd64	<A
erm	<A
g64	<A
driscv64	<A
5illumos_amd64
5linux	?y	<09
a_386	<A
bamd64	<A
crm	<A
e64	<A
bloong64	<A
bmips64x	?6t	<A
fx	?6r	<A
bppc64	<A
gle	<A
briscv64	<A
bs390x	<A
5netbsd	?y	<09
b_386	?y	<09
camd64	?y	<09
drm	?y	<09
5openbsd	?y	<09
c_386	<A
damd64	<A
erm	<A
g64	<A
dppc64	<A
driscv64	<A
5plan9_386
bamd64
crm
5solaris	?y	<09
c_amd64	?y	<09
1it	<0kA
1uff_386.s
5arm.s
5mips64x.s	?H
5ppc64x.s	?B
5s390x.s
0ehooks!	_	<Ryx
1nv_plan9	<A
5osix	<A
3!	_	<FEx
1rror	<T0K0k
1xample!	_	<wzFy
2port_aix!
8rm!
7darwin!
8ebug_amd64!	?0y	<T04A
erm64!	?0s	<T04A
dloong64!	?0n	<T04A
dppc64le!	?1g	<T04OA
c!	?5V	<T13A
clog!
7linux!
7mmap!	?w
7pipe2!	?09
b!	?0q
6!	<T042z0i1g0kA
6_unix!	?w	<A
7vdso_linux!	?1J
7windows!	<3fA
2tern	<042z
0fastlog2
8!	_	<OFx
8table
1ds_nonunix	?00
3!	_	?w	<Lzyx
3_unix	?w
1ipsbypass	<A
1loat	<A
5!	_	<x
1uncdata.h
0gc!	_	<w0Y210LL080bzMF0FKyH02xGA3N
2info!	_	<BFx
1o_tls.h
2maxprocs_windows!	_	<yx
2routineleakprofile!	_	<wLzXyx
0hash32	?2t	<A
464	?2C	<2HA
4!	_	<00w0S0LLO0bzFKyxA
1eap!	_	<xA
4dump	<T041gA
2xdump	<04A
7!	_	<wT04FKyxA
1istogram	<0i0kA
9!	_	<OFx
0iface	<T040i0kA
5!	_	<Fx
1mport!	_	<wLFx
6x!
1nts.s
0lfstack	<0iA
7!	_	<0bFxA
1ibfuzzer	?1e	<A
9_amd64.s	?1e
brm64.s	?1e
aloong64.s	?1e
2nkname	<A
8_shim	<T2Z0kA
9unix	?w	<A
2st	<A
4_manual	<A
b!	_	<0kFxA
4!	_	<FxA
1ock_futex	?2S	<0iA
5js	?K	<0kA
5sema	?73	<0iA
6pinbit	?0w	<040i1gA
5wasip1	?D
4rank
8_off	?1o
an	?1H	<0iA
8!	_	<BLzRx
0malloc	<041n2z0i1g2H0kA
6_generated	<041n0kA
7stubs	<041n0kA
7tables_generated	?Q	<A
eplan9	?T	<A
6!	_	<Vw0Y0LLzRMFyH02xGA
2p	<T2Z0kA
3_benchmark!	_	<00Vw0bFKIyxA
4fast32	<T2ZA
864	<T2ZA
8str	<T2ZA
3!	_	<wT042ZLOzMFKIyHxA
1barrier	<T041n0kA
2itmap	<T041n0i1g0kA
1cache	<0i1g0kA
2entral	<0i1g0k
2heckmark	<040i0kA
2leanup	<T0A040i2H0kA
8!	_	<0iFHxGA
1em	<A
3_aix	<A
4bsd	?8e	<A
4darwin	<A
4js	?0k
4linux	<0iA
4nonsbrk	?5i	<A
4plan9	<A
4sbrk	?9S	<A
4wasip1	?D
7m	<A
5indows	<A
3clr_386.s	?Q
7amd64.s	?Q
8rm.s
a64.s
7loong64.s
7mips64x.s	?H
bx.s	?M
7plan9_386.s
damd64.s
8pc64x.s	?B
7riscv64.s
7s390x.s
7wasm.s
3move_386.s	?Q
8amd64.s	?Q
9rm.s
b64.s
8linux_amd64!	_	<0YzExA
9oong64.s
8mips64x.s	?H
cx.s	?M
8plan9_386.s
eamd64.s
9pc64x.s	?B
8riscv64.s
8s390x.s
7!	_	<0t00w0Y210LLF02xA
7_wasm.s
2trics	<4m0i1gA
7_cgo!	_	?E	<0LFx
7!	_	<BT1n2YLzMF0F4r322JKZyH02xGA
1final	<T040i1g0kA
6!	_	<0YFxGA
3xalloc	<0kA
1gc	<0A041n0i1gA
3limit	<0i
8!	_	<FxG
3mark	<T041n0i0kA
7_greenteagc	?30	<040i1g3J0kA
8nogreenteagc	?24	<041g0kA
3pacer	<0A1n0i2H0MA
8!	_	<wO0bFxG
3scavenge	<2z0i0kA
b!	_	<w2z0iO0bFxG
4tack	<040kA
4weep	<0iA
3work	<041n0i1g0kA
1heap	<T0A041n0i1g0kA
1inmax	<A
6!	_	<OyxA
1kduff	=main	?y	<BwCNz
2fastlog2table	=main	?y	<BwNOz
2lockrank	=main	?y	<BVw0X72CNzy
2preempt	=main	?y	<BVw0XCNzy
1map	?3Z	<A
1pagealloc	<040i1gA
a_32bit	?2t	<A
b64bit	?2C	<A
a!	_	<w2zFx
5cache	<0kA
a!	_	<2z0bFx
3llocbits	<0k
b!	_	<w0bFx
2rof	<T045j0i0kA
1ranges	<040iA
7!	_	<Fx
1san	?0I	<A
40	?27	<A
4_amd64.s	?0I
6rm64.s	?0I
5loong64.s	?0I
2ize	<1g
2panset	<0A040iA
2tats	<0i1gA
1wbbuf	<040iA
0nbpipe_pipe	?0q
b2	?09
b!	_	?0q	<FEx
6!	_	?w	<FExA
1et_plan9	<A
3poll	?0N	<0i0kA
7_aix	<0iA
8epoll	?C	<0i3-A
8fake	?K
8kqueue	?F	<040iA
e_event	?2K
fpipe	?9J	<A
8os!	_	<FHx
8solaris	<040iA
9tub	?T	<0i
8wasip1	?D	<A
9indows	<040i3fA
1onwindows_stub	?L
2race!	_	?05	<Fx
2san_linux!	_	?2b	<TFxGA
2te_js
5other	?0R
1umcpu_freebsd!	_	<x
0os2_aix	<0kA
4freebsd
4openbsd
4plan9
4solaris
23_plan9	<T0413A
4solaris	<T040iA
2_aix	?0h	<T0iA
4ndroid	<A
3darwin	<T13A
9_arm64
4ragonfly	<T04A
3freebsd	<T04A
a2	?8l	<T
a_amd64	<T
crm	<0AA
e64
bnoauxv	?8m
3illumos	<A
3js	?K	<A
3linux	<T040i3-0MA
832	?99	<A
864	?8-	<A
8_arm	<0AA
c64	?0i	<0A
9be64	?9l
9generic	?5a
9loong64	?0v	<0A
9mips64x	?V	<0A
dx	?_
9noauxv	?93
bvdso	?91
9ppc64x	?Y	<0A
9riscv64	<3-A
9s390x	<0A
3netbsd	<T040iA
9_386	<TA
aamd64	<TA
brm	<TA
d64	<TA
4onopenbsd	?5h
3only_solaris	?1p
4penbsd	<T0iA
a_arm
e64
3plan9	<T0S0i13A
8_arm
3solaris	<0kA
3unix	?w
7_nonlinux	?a5
3wasip1	?D	<6bA
6m	<0iA
4indows	<T0i0k3fA
a_arm64	<A
0panic	<T040i0k13A
532	?2s	<T0k
5!	_	<yx
5nil!	_	<MF4rx
1inner	<T0iA
6!	_	<FxGA
1lugin	<TA
1reempt	<T041n13
7_386.s
8amd64
d.s
9rm.s
b64
d.s
8loong64
f.s
8mips64x.s	?H
cx.s	?M
8nonwindows	?L
axreg	?42
8ppc64x.s	?B
8riscv64.s
8s390x.s
8wasm.s
8xreg	?7j	<0kA
2int	<0MA
5_quoted!	_	<Fx
5!	_	<OFx
2oc	<T0A041n2z0i750k0M13A
4_runtime!
4!	_	<Bw0LL1r3xCO0dF0FKyH02ExG
3fbuf	<0iA
7!	_	<wXFKHxGA
4label	<A
0race	?P	<TA
40	?05	<A
4_amd64.s	?P
6rm64.s	?P
5loong64.s	?P
5ppc64le.s	?P
5riscv64.s	?P
5s390x.s	?P
2nd	<0S4K042HA
4!	_	<FIxA
1debug	<A
1etry	?w
1t0_aix_ppc64.s
5ndroid_386.s
camd64.s
drm.s
f64.s
4darwin_amd64.s
crm64.s
5ragonfly_amd64.s
4freebsd_386.s
camd64.s
drm.s
f64.s
criscv64.s
4illumos_amd64.s
5os_amd64.s
9rm64.s
4js_wasm.s
4linux_386.s
aamd64.s
brm.s
d64.s
aloong64.s
amips64x.s	?V
ex.s	?_
appc64.s
fle.s
ariscv64.s
as390x.s
4netbsd_386.s
bamd64.s
crm.s
e64.s
4openbsd_386.s
camd64.s
drm.s
f64.s
cppc64.s
criscv64.s
4plan9_386.s
aamd64.s
brm.s
4solaris_amd64.s
4wasip1_wasm.s
5indows_386.s
camd64.s
drm64.s
1untime-gdb!	_	<BVwLzRJXFIyxG
b_unix!	_	?w	<BwLCzRJXFEx
8lldb!	_	<LzRJFyx
8seh_windows!	_	<T0k0QFKxA
7	<T0iA
71	<0K040i0MA
72	<T4K040i0kA
7_boring	<A
8clearenv	?C	<A
8linux!	_	<FExGA
8mmap!	_	?w	<FxA
8noclearenv	?04	<A
7!	_	<V0Y0A210L0iLC08F0FKyHxGA
7_unix!	_	?6V	<FH02Ex
1wmutex	<0i
7!	_	<wF0F02x
0secret	?5-	<04A
6_amd64.s
8rm64.s
8sm	?7x
7noasm	?4g
9secret	?3K	<A
3urity_aix
9issetugid	?7-
9linux	<A
9nonunix	?00
8!	_	?w	<BQwLCzRJFyxG
8_unix	?w	<13
2lect	<T0kA
2ma	<0A0iA
4!	_	<wFH02x
4sleep!	_	?5j	<CRExG
2t_vma_name_linux	?C	<0i3-A
dstub	?04	<A
1igaction	?6h
3nal_386	?0D	<T04A
7aix_ppc64	?0h	<04A
8md64	?7c	<T04A
8rm	?0D	<TA
a64	?2M	<T040kA
7darwin
d_amd64	<A
frm64	<A
8ragonfly
g_amd64	<A
7freebsd
e_386	<A
famd64	<A
grm	<A
i64	<A
friscv64	<A
7linux_386	<04A
damd64	<04A
erm	<04A
g64	<04A
dloong64	?0v	<04A
dmips64x	?V	<04A
hx	?_	<A
dppc64x	?Y	<04A
driscv64	<04A
ds390x	<T040kA
8oong64	?0v	<T04A
7mips64x	?V	<T04A
bx	?_	<T0kA
7netbsd
d_386	<A
eamd64	<A
frm	<A
h64	<A
7openbsd
e_386	<A
famd64	<A
grm	<A
i64	<A
fppc64	<04A
friscv64	<04A
7plan9
8pc64x	?5T	<T0kA
7riscv64	?6n	<T04A
7solaris
e_amd64	<A
7unix	?w	<T1n0i0kA
7windows	<T3fA
e_386	<3f
famd64	<3f
grm64	<3f
e!	_	<UBwLRJFyEx
3queue	?Q	<0iA
8_note	?4q
9plan9	<A
3tab_aix
7linux_generic	?5b
dmipsx	?6p
2zeof!	_	<MFxA
1lice	<T041n2H0kA
5!	_	<w0Y1n210LLFx
1oftfloat64
b!	_	<O0bFx
1tack	<T0A041n2z0i1g0k08A
5!	_	<w0YLMXFyH02xGA
3rt_line_amd64!	_	<a5x
a!	_	<wLFx
2kframe	<T040kA
2ring	<T0K042H0k0MA
6!	_	<FIyx-
2ubs	<TA
52	?3-	<0iA
53	?3X
5_386	<A
6amd64	<A
7rm	<A
964	<A
6linux	?C	<A
7oong64	?0m
6mips64x	?H	<A
ax	?M
6nonlinux	?04
9wasm	?0w
6ppc64	?C
bx	?1W	<A
6riscv64	<A
6s390x
6wasm
1ymtab	<T040i0kA
6!	_	<FyxA
6inl	<TA
9!	<T0k13
2nctest	<0i0kA
8!	_	<3LFx
2s_aix_ppc64.s
5rm	<A
764	<A
4darwin	<T0iA
a_amd64.s
crm64	<T04A
g.s
5ragonfly_amd64.s
4freebsd_386.s
camd64.s
drm.s
f64.s
criscv64.s
4libc	?2P	<0kA
6nux_386.s
aamd64.s
brm.s
d64.s
aloong64.s
amips64x.s	?V
ex.s	?_
appc64x.s	?Y
ariscv64.s
as390x.s
5oong64	?0m	<A
4mips64x	?H	<A
8x	?M	<A
4netbsd_386.s
bamd64.s
crm.s
e64.s
5onppc64x	?5k
4openbsd	<T0iA
b_386.s
camd64.s
drm.s
f64.s
cppc64.s
criscv64.s
4plan9_386.s
aamd64.s
brm.s
5pc64x	?B	<A
4riscv64	<T0kA
4s390x	<A
5olaris_amd64.s
4wasm	<040kA
8.s
5indows_386.s
camd64.s
drm64.s
4x86	?7h	<04A
3call2_solaris	<A
7_aix	<A
8solaris	<A
7!	_	<LFx
7_unix!	_	?w	<FEx
8windows	<T043fA
f!	_	<wT0L3f4MLCOzRJMFIyExA
0tagptr
6_32bit	?2s	<A
764bit	?2D	<042zA
1est_amd64
a.s
5stubs	?1l
2xtflag.h
1ime	<T0i0kA
4_fake	?8k	<A
5linux_amd64.s	?0e
5nofake	?0e	<A
5plan9	?0e	<A
4!	_	<B00DLRMFxG
4_windows.h
c_386.s	?0e
damd64.s	?0e
erm64.s	?0e
4asm	?4v	<A
4stub	?4u	<A
82	?3Y
1ls_arm.s	?L
764.h
as
4loong64.s
4mips64x.s	?H
8x.s	?M
4ppc64x.s	?B
4riscv64.s
4s390x.s
5tub	?6C
4windows_amd64
1race	<0i1jA
52map!	_	<FIHx
5_cgo!	_	?E	<Bw0LL1rCzFyx
5allocfree	<T1g0k1j
5back	<T0K045m0k13A
9_system!	_	<BwLCzJMF0FIyx
9!	_	<BQwT0Y210LLXF0F32IyHxA
9x!
6uf	<0k1jA
5cpu	<1j
5event	<T0k1j
5map	<0A040i0kA
5region	<0i0kA
6untime	<0i1jA
5stack	<T041jA
a!	_	<FIx
8tus	<0i1j
7ring	<1j
5time	<041jA
6ype	<T041jA
1ype	<T040iA
0unsafe	<2H0kA
6point!	_	<LzRMFIyx
1tf8
0valgrind	?aa	<A
80	?5s	<A
8_amd64.s	?3E
arm64.s	?3E
1dso_elf32	?32
864	?9b
5freebsd	?0t	<0iA
c_arm
g64
driscv64
dx86	?8n	<0iA
5in_none	?6g
5linux	?1J	<A
a_386
bamd64	<A
crm
e64
bloong64	?0v
bmips64x	?V
bppc64x	?Y
briscv64
bs390x	?1L
a!	_	?1J	<Fx
4!	_	?68	<B0YLzRJExG
1getrandom_linux	?9a	<0A1nA
bunsupported	?3M	<A
1lop_386.s
5arm.s
8!	_	<Fx
2rt	?7r	<A
0wincallback	=main	?y	<Bwz
1rite_err	?1m
9_android	<0SA
0zcallback_windows
h.s	?06
h_arm64.s

7/asan
0asan	?7C	<09	#CFLAGS: -fsanitize=address	#LDFLAGS: -fsanitize=address

8cgo
0abi_amd64.h
5rm64.h
4loong64.h
4ppc64x.h
1sm_386.s
4amd64.s
5rm.s
764.s
4loong64.s
4mips64x.s	?H
8x.s	?M
4ppc64x.s	?B
4riscv64.s
4s390x.s
4wasm.s
0callbacks	<A
9_aix
atraceback	?2O	<A
1go	<090k	#darwin,!arm64 LDFLAGS: -lpthread	#darwin,arm64 LDFLAGS: -framework CoreFoundation	#dragonfly LDFLAGS: -lpthread	#freebsd LDFLAGS: -lpthread	#android LDFLAGS: -llog	#!android,linux LDFLAGS: -lpthread	#netbsd LDFLAGS: -lpthread	#openbsd LDFLAGS: -lpthread	#aix LDFLAGS: -Wl,-berok	#solaris LDFLAGS: -lxnet	#solaris LDFLAGS: -lsocket	#CFLAGS: -Wall -Werror -fno-stack-protector -Wdeclaration-after-statement	#solaris CPPFLAGS: -D_POSIX_PTHREAD_SEMANTICS
1learenv	?C	<A
0dragonfly	?2Q	<A
0freebsd	?0t	<A
0gcc_386.S
4aix_ppc64.S
ec
5md64.S
5ndroid.c
5rm.S
764.S
4clearenv.c	?C
5ontext.c	?U
4darwin_amd64.c
crm64.c
5ragonfly_amd64.c
4fatalf.c	?6O
5reebsd.c	?8o
b_amd64.c
csigaction.c	?1E
4libinit.c	?w
b_windows.c
6nux.c	?98
9_amd64.c
brm64.c
appc64x.S	?Y
as390x.c
5oong64.S
4mips64x.S	?H
8x.S	?M
5map.c	?6j
4netbsd.c	?9I
4openbsd.c	?9P
4ppc64x.c	?B
4riscv64.S
4s390x.S
5etenv.c	?w
5igaction.c	?95
7nal2_ios_arm64.c	?3g
a_ios_arm64.c	?3g
fnolldb.c	?56
5olaris_amd64.c
5tack_darwin.c
aunix.c	?3A
awindows.c
4traceback.c	?2O
4util.c
4windows_386.c
camd64.c
drm64.c
0handle	<H02
6!	<Mx
0iscgo	<A
0libcgo.h
6_unix.h
7windows.h
2nux	?C	<A
5_syscall.c	?C
0mmap	?2p	<A
0netbsd	?1Q	<A
0openbsd	?1R	<A
0setenv	?w	<A
1igaction	?2o	<A
3nal_ios_arm64	<A
g.s
0windows	?A	<A

9overage
0coverage	<a0C

8debug
0debug.s
0example_monitor!	_	<CNzR0F
0garbage	<FKG
7!	_	<LzF0FxG
0heapdump!	_	<zF0Fx
0mod	<wFIy
3!	_	<M0Fyx
0panic!	_	?2w	<F0FExA
0stack	<0IzFA
5!	_	<BwLNzRJF0Fyx
2ubs	<G

8metrics
0description	<4m
b!	_	<BVwS3V4F0X0qP20zX4rKyxA
1oc
0example!	_	<w4r
0histogram
0sample	<FA
0value	<OA

9san
0msan	?9H	<09	#CFLAGS: -fsanitize=memory	#LDFLAGS: -fsanitize=memory

8pprof
0defs_darwin	?y	<09
b_amd64
drm64
0elf	<00Dwz
0label	<Qw5mKy
5!	<Qw5mMKyx
0map	<A
1prof!	?0R	<Bw0Y2YMXFxA
0pe	<z
1prof	<U0hwT1n5jCFKZyH2LGA
5_norusage	?0T	<C
6rusage	?w	<wCFE
5!	?0R	<BQwT2Y5m0NLC11O0szXF0FKIyH02xGA
5_windows	<w0QCEA
1roto	<B2fwTCFIyGA
5_darwin	<D
6other	?2d	<Dz
5!	<B0cDwT2YLzRMFyxA
5_windows	<D0QzE
5buf
5mem	<5jCOFy
8!	<Bw0Y2Y5jLFKyx
0runtime	<QFA
7!	<Qw0Dx
2sage!	?w	<EG
0vminfo_darwin	<0SzA
d!	?4X	<UBwTLzRIyxG

8race
0doc
0output!	_	?P	<wLzRJXFyx
0race	?9X	<09
4_darwin_amd64	?P
drm64	?P
h.syso
5linux_arm64.syso
bloong64.syso
bppc64le.syso
briscv64.syso
bs390x.syso
a!	_	?9u	<02ExA
4!	_	?P	<UBDwLCN0bzRJyH02x
4_unix!	_	?9Y	<02ExA
5v1_amd64	?6i	<ad
63_amd64	?9n	<ae
5windows!	_	?3F	<02ExA
0sched!	_	?P	<wFKyx
1yso!	?P	<BRJFx
0timer!	_	?P	<HxG

c/internal/amd64v1
0doc	?7b
0race_darwin.syso
5freebsd.syso
5linux.syso
5netbsd.syso
5openbsd.syso
5windows.syso

s3
0doc	?7f
0race_linux.syso

8secret
0alloc!	_	?8S	<Fafx
1sm_amd64.s	?0u
5rm64.s	?0u
0crash!	?8U	<B0HwLCzRJFyEx
0doc	?0u
0export	?0u	<0AA
0secret	?0u	<FA
6!	?8T	<FyxGA3N
1tubs	?8R	<A
5_noasm	?8Q	<A

8trace
0annotation	<Qw02A
a!	_	<QC2Jx
0batch	<w1j
0encoding	<D
1xample!	_	<wNz2J
0flightrecorder	<wCHGA
e!	_	<BQ1r3xC2JKH02xG
0recorder	<wKGA
0subscribe	<w1jCFH02A
9!	_	<B1r3xCF2JKx
0trace	<C
5!	_	<BV2JxG

0simd/archsimd
0compare_gen_amd64	?S
1pu	?S	<0A
0doc	?S
1ummy.s	?0r
0export!	?J
2tra_amd64	?J
0generate	?S
0maskmerge_gen_amd64	?S
0ops_amd64	?S
4internal_amd64	?S
1ther_gen_amd64	?S
0pkginternal!	_	?J	<wz2K7dx
0shuffles_amd64	?J
1lice_gen_amd64	?S	<A
5part_amd64	?S	<A
1tring	?J	<0M
0types_amd64	?S
0unsafe_helpers	?S	<A

d/internal/simd_test	simd
0binary_helpers!	_	?J	<2Kx
6!	_	?J	<2Kx
0compare_helpers!	_	?J	<2Kx
7!	_	?J	<2Kx
7masked_helpers!	_	?J	<2Kx
0generate	?S
0helpers!	_	?J	<O7dx
0simd!	_	?J	<wzM2KKxA
3ulation_helpers!	_	?J	<O
1licepart!	_	?J	<2Kx
0ternary_helpers!	_	?J	<2Kx
7!	_	?J	<2Kx
1ranspose!	_	?J	<w2Kx
0unary_helpers!	_	?J	<2Kx
5!	_	?J	<O2Kx

ntest_helpers
0checkslices	?J	<Ox

1lices
0example!	_	<0hwKIy
0iter	<0h11
4!	_	<111AKx
0slices	<0h08A
6!	_	<0h0Y210LLOKyxA
1ort	<0h08
4_benchmark!	_	<0hwKyx
4!	_	<0hwO0bKIyx
0zsortanyfunc
5ordered	<0h

1ort
0example_interface!	_	<wZ
8keys!	_	<wZ
8multi!	_	<wZ
8search!	_	<wZy
7!	_	<wOZ
7_wrapper!	_	<wZ
2port!
0gen_sort_variants	=main	?y	<BVw0XNz1t
0search
6!	_	<08FZyx
1lice	<3Z08
1ort	<08K
4_slices_benchmark!	_	<1AKZIyx
4!	_	<0hwLO1AKZIyx
0zsortfunc
5interface

1trconv
0bytealg	?0Q	<0K
7_bootstrap	?1B
0doc
0example!	_	<wNI
2port!
0import!	_	<I
1sprint
0makeisprint	=main	?y	<BVw0XNzK05
0number	<D0M13
6!	_	<BDO5qMIx
0quote	<-
5!	_	<Iyx05
0strconv!	_	<FIyx

3ings
0builder	<T0K-A
7!	_	<B0Yyx-
0clone	<13
5!	_	<yxA
1ompare	<0K
7!	_	<LyxA
0example!	_	<wy05A
2port!
0iter	<1105-
4!	_	<yx
0reader	<DC-
6!	_	<BwCyHx
2place	<CH
7!	_	<Bwyx
0search
6!	_	<Kyx
1trings	<0K130805-
7!	_	<Bw0YC11O0bKIyx05-A

3ucts
0doc
0hostlayout

1ync
0cond	<02A
4!	_	<MFHx
0example_pool!	_	<BCzHG
7!	_	<wzH
2port!
0map	<3K
3_bench!	_	<w3KMH02x
4reference!	_	<3KH02
3!	_	<3KL0bMFH02x22
1utex	<3K
5!	_	<wLzRFyHxG
0once	<02
4!	_	<Hx
4func
8!	_	<BOF0FH02xA
0pool	<0LF02A
4!	_	?05	<F0FKH02xG
4queue	<02A
0runtime	<A
72	?1o	<A
8_lockrank	?1H	<A
7_sema!	_	<FHx
1wmutex	<0L02A
7!	_	<wFH02x
0waitgroup	<0L3L02A
9!	_	<BLzRyH02x

4/atomic
0asm.s	?05
1tomic!	_	<wMF0Fy02xA
0doc	<A
3_32	?6K
464	?3J
0example!	_	<H02G
0race.s	?P
0type	<A
0value	<A
5!	_	<0bFIH02x

2scall
0asm9_unix2_amd64.s	?1D
3_aix_ppc64.s
4darwin_amd64.s
crm64.s
4freebsd_arm.s
f64.s
criscv64.s
4linux_386.s
aamd64.s
brm.s
d64.s
aloong64.s
amips64x.s	?V
ex.s	?_
appc64x.s	?Y
ariscv64.s
as390x.s
4netbsd_arm.s
e64.s
4openbsd_386.s
camd64.s
drm.s
f64.s
cmips64.s
cppc64.s
criscv64.s
4plan9_386.s
aamd64.s
brm.s
4solaris_amd64.s
4unix_386.s	?2Z
9amd64.s	?1D
0badlinkname_unix	?w	<A
1pf_bsd	?F	<A
0const_plan9
1reds!	_	?C	<B0dzEx
0dir_plan9	<D0S
3ent	?N	<0S04FA
6!	_	?w	<BwzJFKIyExA
1ll_windows	<4MH02A
0env_unix	?3C	<FH
8!	_	?3C	<wIyEx
4windows	<A
1rrors_plan9
1xec_aix!	?0h	<A
5bsd	?8g	<FA
5freebsd	<FA
c!	_	?0t	<wLzRJExA
5libc	?1w	<FA
92	?2J	<TFA
7nux	?C	<D0MFA
a!	_	?C	<BDVw0Y160NLCzR4Q0gJFIyExGA
5pdeathsig!	_	?1F	<UwLCzR1P4QJIyEx
6lan9	<0MFHA
5solaris!	?02	<A
5unix	?w	<D0KFHA
9!	_	?w	<BwLC0bzR1PIExG
5windows	<0KFKH2rA
c!	_	<wLzRJKExG
2port_bsd!	?F	<A
7linux!	<A
7rlimit!	?w	<02
7wasip1!	?D
8indows!
0flock_aix	<A
6bsd	?F	<A
6linux	<A
b_32bit	?6k
1orkpipe	?0q
82	?09	<H
1s_js	?K	<DH4R
3wasip1	?D	<13F6bA
9!	_	?D	<Ex
0getdirentries!	_	?2N	<wLzJKExA
0linkname_bsd	?F	<A
9darwin	<A
9libc	?2v	<A
9openbsd	?0J	<A
9unix	?w	<A
1sf_linux	<A
0mkasm	=main	?y	<BwNzy
2post	=main	?y	<w0XCNzXy
2syscall_windows	=main	?y	<BzRJF
1map_unix!	_	?w	<Ex
0net
3_fake	?-
4js	?K
4wasip1	?D
3link_linux	<HA
0os_wasip1
0pwd_plan9	<FH
0rlimit	?w	<02
6_darwin	?O
7stub	?3A
6!	_	?w	<zFx
1oute_bsd	?F	<FA
6darwin	<A
7ragonfly	<A
6freebsd	<A
d_32bit	?69	<A
e64bit	?6a	<A
6netbsd	<A
6openbsd	<A
0security_windows	<A
2tuidgid_32_linux	?32
alinux	?92
1ockcmsg_dragonfly
9linux	<A
9unix	?w	<A
d_other	?70	<F
1yscall	<0K
7_aix	<A
b_ppc64
8bsd	?F	<FA
b!	_	?80	<REx
8darwin	<TA
e_amd64	<TA
grm64	<TA
9ragonfly	<HA
h_amd64	<A
8freebsd	<A
f_386	<A
gamd64	<A
hrm	<A
j64	<A
griscv64	<A
f!	_	?0t	<zx
8illumos	?1d	<A
8js	?K	<D3Y0MHA
8linux	<3-0MFKA
d_386	<A
eamd64
frm	<A
h64	<A
eloong64	<A
emips64x	?V
ix	?_	<A
eppc64x	?Y
eriscv64	<A
es390x	<A
d!	_	<wLCWzRJFKIyHExA
8netbsd	<A
e_386
famd64
grm
i64
8openbsd	<A
f1	?1S
f_386
gamd64
hrm
j64
glibc	?0J	<T
gmips64
gppc64
griscv64
8plan9	<D3YFA
d!	_	<Ex
9trace!	_	?2L	<LzREx
8solaris	<A
f_amd64
fonly	?1Z
7!	_	<LzFEx
7_unix	?w	<D0Y0K213Y0L0MFHA
c!	_	?w	<VwLC0dzRJFIExG
8wasip1	?D	<D3Y0MA
9indows	<D0Y0K213Y0L0MHA
f!	_	<wLzRJyEx
0tables_js	?K	<F
7wasip1	?D	<F
1ime_fake	?8j	<A
5nofake	?0e
4struct	?N
1ypes_aix	?y	<09
6darwin	?y	<09
7ragonfly	?y	<09
6freebsd	?y	<09
6illumos_amd64	?1d
6linux	?y	<09
6netbsd	?y	<09
6openbsd	?y	<09
6solaris	?y	<09
6windows	<A
d_386
eamd64
frm64
0wtf8_windows	<2r-
c!	_	<wKEx2r-A
0zerrors_aix_ppc64
8darwin_amd64
grm64
9ragonfly_amd64
8freebsd_386
gamd64
hrm
j64
griscv64
8linux_386
eamd64
frm
h64
eloong64
emips
i64
kle
ile
eppc64
jle
eriscv64
es390x
8netbsd_386
famd64
grm
i64
8openbsd_386
gamd64
hrm
j64
gmips64
gppc64
griscv64
8solaris_amd64
8windows
1syscall_aix_ppc64	?0Y	<A
9darwin_amd64	?2H	<TFA
l.s
hrm64	?2I	<TFA
l.s
aragonfly_amd64	?2R	<A
9freebsd_386	?2V	<A
hamd64	?1E	<A
irm	?2W	<A
k64	?2X	<A
hriscv64	?2Y	<A
9linux_386	?33	<A
famd64	?34	<A
grm	?35	<A
i64	?1K	<A
floong64	?0v	<A
fmips	?38	<A
j64	?39	<A
lle	?3a	<A
jle	?3b	<A
fppc64	?3d	<A
kle	?3e	<A
friscv64	?3f	<A
fs390x	?1L	<A
9netbsd_386	?3h	<A
gamd64	?3i	<A
hrm	?3j	<A
j64	?3k	<A
9openbsd_386	?3l	<TA
k.s
hamd64	?3m	<TA
m.s
irm	?3n	<TA
k.s
k64	?3o	<TA
m.s
hmips64	?1S	<A
hppc64	?3p	<TA
m.s
hriscv64	?3q	<TA
o.s
9plan9_386	?3r	<A
famd64	?3s	<A
grm	?3t	<A
9solaris_amd64	?3z	<A
9windows	<4MA
5tl_openbsd
4num_darwin_amd64
grm64
9ragonfly_amd64
8freebsd_386
gamd64
hrm
j64
griscv64
8linux_386
eamd64
frm
h64
eloong64
emips
i64
kle
ile
eppc64
jle
eriscv64
es390x
8netbsd_386
famd64
grm
i64
8openbsd_386
gamd64
hrm
j64
gmips64
gppc64
griscv64
8plan9
8solaris_amd64
1types_aix_ppc64
7darwin_amd64
frm64
8ragonfly_amd64
7freebsd_386
famd64
grm
i64
friscv64
7linux_386
damd64
erm
g64
dloong64
dmips
h64
jle
hle
dppc64
ile
driscv64
ds390x
7netbsd_386
eamd64
frm
h64
7openbsd_386
famd64
grm
i64
fmips64
fppc64
friscv64
7solaris_amd64

7/js
0export!	?K
0func	?K	<3LH
0js	?K	<FA
2_js.s
2!	_	?K	<wOF4Rx

0testing
0allocs	<F
6!	_	<x
0benchmark	<QVw5nCOzFKIyH02G05
9!	_	<B0hQD0Y210LLFKy02x1tG
0cover
0example	<wFKyG
7_loop!	_	<1Ax
2port!
0flag!	_	<VLzRx
1uzz	<QDVwCzJMFyG
0helper!	_	<LzXyx
6funcs!	_	<Hx
0loop!	<ByG
0match	<wzIyH
5!	<wMXy05
0newcover	<wzA
0panic!	_	<VwLzRXFyx
0run_example	?0S	<wCzyG
b_wasm	?-	<wCzyG
0sub!	<BwXFKyH02G
0testing	<BQDVw0LC0bzJMF0F2JKIyH02G05A
7_other	?L	<G
7!	_	<BQDw0LLzRJXFKyHxG
7_windows	?A	<D0Q08EG
f!	_	<xG

7/cryptotest
0rand	<0t0SC1AHxA
4!	?03	<B1o1e3D0t0ux

8fstest
0mapfs	<CW0gKyG
5!	<wWyx
0testfs	<DwCW0D0gKy2R
6!	<DLWzJKyx

8internal/testdeps
0deps	<UQa13gCz1PMX32yHG

9otest
0example!	_	<Dw2R
0logger	<CN
6!	<BDwNyx
0reader	<BDwC
6!	<BDCyx
0writer	<C
6!	<yx

8quick
0quick	<VwO0bMyG
5!	<0bMx

8slogtest
0example!	_	<B0cN2c6c
0run!	_	<B0c2cx6c
0slogtest	<QDw2cMFxG

9ynctest
0example!	_	<UBQC0d0eyx3hG
0helper!	_	<x
0synctest	<3LxA
8!	_	<wLzXx3hG

2xt/scanner
0example!	_	<wy2B05
0scanner	<BwCz05-
7!	<BwCyx-

5tabwriter
0example!	_	<wz2L
0tabwriter	<wC-
9!	_	<BwCx2L

6emplate
0doc
0example!	_	<Nzy1t
7files!	_	<CNzJ1t
8unc!	_	<Nzy1t
2ec	<Dw62CMFy33
4!	<BDVwC11MyHxA
0funcs	<DwC0pMyH05-
0helper	<wWz0gJ
0link!	_	<BLzRJx
0multi!	<wzyx33
0option	<y
0template	<0DMH33

d/parse
0lex	<wy05-
3!	<wx
0node	<wIy
0parse	<BwFIy
5!	<Vwyx

1ime
0abs!
0embed	?a2	<7e
1xample!	_	<wOG
2port_android!
6!	<H
6_windows!
0format	<D13A
6_rfc3339	<D
6!	_	<BwOIyx22G
0genzabbrs	=main	?y	<B3EV0XCN0ezKy1tG
0internal!
0linkname!	_	<xGA
0mono!	_	<yxG
0sleep	<0xA
5!	_	<DwL0bFyH02xGA
1ys_plan9	?T	<DE
4unix	?N	<DFE
4windows	<DE
0tick	<A
4!	_	<wFHxG
2me	<D08A
4!	_	<B290cw1nO0s0bzFKyHx22G
1zdata!	_	<MxG7e
0zoneinfo	<DHE
8_abbrs_windows
android	<DE
g!	_	<xG
9goroot	?4Y
9ios	?1I	<E
9js	?K	<0M4R
9plan9	<E
9read	<D0KFEA
8!	_	<DwLzMxG
8_unix	?3B	<E
d!	_	?3B	<zxG
9wasip1
aindows	<D4nE
g!	_	<4nxG

4/tzdata
0tzdata	<DEA
0zzipdata

0unicode
0casetables
0digit
5!	_	<x05
0example!	_	<w05
0graphic
7!	_	<x05
0letter
6!	_	<VwFZyx05
0script!	_	<x05
0tables

7/utf16
0export!
0utf16
5!	_	<LKx052r

b8
0example!	_	<w-
0utf8
4!	_	<Byx05-

3que
0canonmap	<T04FH02A3N
8!	<TFIHxA
1lone	<T13A
5!	<T04Mx
0doc
0handle	<T3KA
6_bench!	<wFx
6!	<wT0Y210LL1AMFIyxGA

2safe
0unsafe

0vendor/golang.org/x/crypto/chacha20
0chacha_arm64	?Z
c.s	?Z
7generic	<0-00D5Q08
7noasm	?5G
7ppc64x	?1G
d.s	?1G
7s390x	?Z	<5U
c.s	?Z
0xor	<F

zpoly1305
0chacha20poly1305	<0-D
g_amd64	?Z	<005Q5U
m.s	?Z
hgeneric	<005O5Q8-
hnoasm	?49
0fips140only_compat	?4D
cgo1.26.go	?8D	<3m
0xchacha20poly1305	<0-D5O

sryptobyte
0asn1	<2hw4h0sMG
0builder	<Dw
0string

B/asn1
0asn1

rinternal/alias
0alias	?x	<A
5_purego	?1X	<M

Apoly1305
0mac_noasm	?5F
0poly1305	<1L
0sum_amd64.s	?Z
5sm	?8v
4generic	<0008
4loong64.s	?Z
4ppc64x.s	?1G
4s390x	?Z	<5U
9.s	?Z

knet/dns/dnsmessage
0message	<D
0svcb	<K

ohttp/httpguts
0guts	<1iy
0httplex	<540dy-

xproxy
0proxy	<Dw540d1h0pzy-

s2/hpack
0encode	<C
0hpack	<BDw
1uffman	<BDCH
0static_table
0tables	<w

oidna
0go118	?8z
0idna10.0.0.go	?2_	<w6R6S5Xy-
49.0.0.go	?0f	<w6R5Xy-
0pre_go118	?4y
1unycode	<Oy-
0tables10.0.0.go	?0E
71.0.0.go	?0F
72.0.0.go	?0G
73.0.0.go	?0H
75.0.0.go	?0j
69.0.0.go	?0f
1rie
412.0.0.go	?4x
53.0.0.go	?8y
4val

olif
0address	?02	<DEA
0binary	?02
0lif	?02	<E
2nk	?02	<EA
0sys	?02	<A
3_solaris_amd64.s
3call	?02	<EA
0zsys_solaris_amd64

onettest
0conntest	<B00C0b0dFHxG
0nettest	<Dw0dzRFIyHG
7_stub	?3V
8unix	?W	<E
8windows	<E

ksys/cpu
0asm_aix_ppc64.s	?I
4darwin_x86_gc.s	?1C
0byteorder	<F
0cpu	<zy
3_aix	?0h
5rm
764	<F
9.s	?I
4darwin_x86	?1C
4gc_arm64	?I
7s390x	?I
7x86	?2i
a.s	?2i
6cgo_arm64	?0a
as390x	?0a
ax86.c	?2j
d	?2j
4linux	?3P
9_arm
d64	<yE
aloong64
amips64x	?V
anoinit	?94
appc64x	?Y
ariscv64	<EA
as390x
5oong64	?0m
b.s
4mips64x	?H
8x	?M
4netbsd_arm64	<EA
4openbsd_arm64	<EA
h.s
5ther_arm	?52
d64	?50
amips64x	?51
appc64x	?3_
ariscv64	?53
ax86	?6J
4ppc64x	?B
4riscv64	?3x
4s390x
9.s	?I
4wasm	?0p
4x86	?6F	<F
4zos
7_s390x
0endian_big	?1z
7little	?2r
0hwcap_linux	<z
0parse	<I
1roc_cpuinfo_linux	?1K	<DCzy
0runtime_auxv
c_go121	?0j	<A
0syscall_aix_gccgo	?6M	<E
cppc64_gc	?2u	<EA
8darwin_x86_gc	?1C	<EA

ktext/secure/bidirule
0bidirule	<D3t6S-
810.0.0.go	?2_
89.0.0.go	?0f

ptransform
0transform	<BDC-

punicode/bidi
0bidi	<B
1racket	<4bwZ
0core	<wN
0prop	<-
0tables10.0.0.go	?0E
71.0.0.go	?0F
72.0.0.go	?0G
73.0.0.go	?0H
75.0.0.go	?0j
69.0.0.go	?0f
1rieval

xnorm
0composition	<-
0forminfo	<00
0input	<-
1ter	<w-
0normalize	<3t-
0readwriter	<C
0tables10.0.0.go	?0E	<H
71.0.0.go	?0F	<H
72.0.0.go	?0G	<H
73.0.0.go	?0H	<H
75.0.0.go	?0j	<H
69.0.0.go	?0f	<H
1ransform	<3t-
2ie

0weak
0doc
0pointer	<TFA
7!	_	<Q04FHxGA3N`;
