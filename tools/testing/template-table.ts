// Templates that are carried out by Go and by us, by the data they are carried out on.

/** One template a line; `\n` in it is a newline. */
const lines = (raw: string): string[] =>
  raw
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('\\n', '\n'));

const all = lines(String.raw`
plain text
a{{/* comment */}}b
a {{- /* comment */ -}} b
{{/* a }} b */}}c
{{/* comment */ }}
{{/* unclosed
{{- 3 -}} x
x {{- 3 -}} y
x {{-3}} y
x {{3 -}}\n\n y
x\n\t {{- 3}} y
{{ "a" }}{{ 'a' }}{{ 1 }}{{ 1.5 }}{{ true }}{{ false }}
{{'\n'}} {{'\''}} {{'世'}} {{'\x41'}} {{'\u4e16'}} {{'\101'}} {{'\U0001F600'}}
{{'ab'}}
{{''}}
{{'\q'}}
{{'"'}}
{{"\q"}}
{{"a\tb\u00e9\x41\101"}}
{{"\xff\xc3"}}
{{"\ud800"}}
{{"'"}}
{{"\'"}}
{{"unterminated
{{"new\nline"}}
{{"esc\
{{'x
{{${'`'}raw \n string${'`'}}}
{{${'`'}raw
{{1_000}} {{0x1F}} {{0b101}} {{0o17}} {{017}} {{-5}} {{+5}} {{1e3}} {{1E-2}} {{0x1p4}} {{.5}} {{5.}}
{{1_000.5}}
{{0x_1F}} {{0x1_p4}}
{{0x1_F.8p0}}
{{1__0}}
{{089}}
{{0x}}
{{0b12}}
{{1e}}
{{9223372036854775807}} {{-9223372036854775808}}
{{9223372036854775808}}
{{18446744073709551615}}
{{18446744073709551616}}
{{1e400}}
{{1e19}} {{1e3 | printf "%v %T"}} {{printf "%d" 1e3}}
{{0x1p-2}} {{0x.8p1}} {{0x1.fffffffffffff8p0}}
{{1i}} {{1+2i}} {{1.5e3-2.5i}} {{0x1p2+1i}} {{3+0i}} {{printf "%d" 3+0i}}
{{1+2}}
{{1+i}}
{{0x1+2i}}
{{1e999+1i}}
{{1+1e999i}}
{{1_0+2i}} {{+1-2i}} {{1.+.5i}} {{08+1i}} {{1e+1i}} {{1e+1+1i}} {{0x1p-2+0x1p+3i}}
{{0b1+1i}}
{{1+.i}}
{{1+1__0i}}
{{1e+1e1i}}
{{-+i}}
{{1i2}}
{{0i}} {{00i}} {{0x1i}}
{{+}}
{{-}}
{{.}
{{+x}}
{{3x}}
{{nil}}
{{print nil}} {{print nil nil}} {{println nil 1 "a" "b" 2}}
{{.}}{{..}}
{{.S.T}}
{{"a".B}}
{{1.B}}
{{true.B}}
{{nil.B}}
{{. .S}}
{{$.S}}{{$ .S}}
{{$x}}
{{$x := 1}}{{$x}}{{$x = 2}}{{$x}}
{{$x = 2}}
{{$x, $y := 1}}
{{$x, 1 := 1}}
{{$x := 1 | $y}}
{{$x:=1}}{{$x|print}}{{$x.Foo}}
{{$x := }}
{{$x := 1}}{{if true}}{{$x = 2}}{{$x := 3}}{{$x}}{{end}}{{$x}}
{{$x := .Map}}{{$x.a}}{{$x.zzz}}
{{if true}}{{$y := 1}}{{end}}{{$y}}
{{with $z := .S}}{{$z}}{{.}}{{end}}
{{with $z := .Empty}}a{{else}}b{{$z}}{{$.S}}{{end}}
{{with .Empty}}1{{else with .S}}2{{.}}{{else}}3{{end}}
{{with .Empty}}1{{else with .Nil}}2{{else}}3{{end}}
{{with .Empty}}1{{else if .S}}2{{end}}
{{if .Zero}}a{{else if .S}}b{{else}}c{{end}}{{if .Zero}}a{{else if .Empty}}b{{else}}c{{end}}
{{if .Zero}}a{{else if .Zero}}b{{else if .One}}c{{end}}d
{{if .Zero}}a{{else with .S}}b{{end}}
{{if}}a{{end}}
{{if .S}}a
{{if .S}}a{{else}}b{{else}}c{{end}}
{{if .S}}a{{end}}{{end}}
{{else}}
{{else if .S}}
{{end}}
{{end x}}
{{else x}}
{{if .True}}T{{end}}{{if .False}}F{{end}}{{if .NaN}}N{{end}}{{if .Nil}}x{{else}}nil{{end}}{{if .C}}C{{end}}
{{if .NilModule}}a{{else}}b{{end}}{{if .Module}}c{{end}}{{if .Value}}d{{end}}{{if .NilMap}}e{{end}}{{if .Fn}}f{{end}}{{if .NilFn}}g{{end}}
{{if .EmptySlice}}a{{else}}b{{end}}{{if .Ints}}c{{end}}{{if .Map}}d{{end}}{{if .Missing}}e{{else}}f{{end}}
{{range .Ints}}{{.}},{{end}}
{{range $i := .Ints}}{{$i}},{{end}}
{{range $i, $e := .Ints}}{{$i}}={{$e}},{{end}}
{{range $i, $e, $f := .Ints}}{{end}}
{{range $i, 1 := .Ints}}{{end}}
{{range $i, $e = .Ints}}{{end}}
{{$i := 0}}{{$e := 0}}{{range $i, $e = .Ints}}{{$i}}={{$e}},{{end}}{{$i}}{{$e}}
{{$e := 0}}{{range $e = .Ints}}{{$e}},{{end}}{{$e}}
{{range .EmptySlice}}a{{else}}none{{end}}{{range .NilSlice}}a{{else}}none{{end}}
{{range $x := .EmptySlice}}a{{else}}{{$x}}{{end}}
{{range $k, $v := .Map}}{{$k}}:{{$v}} {{end}}{{range .IntMap}}{{.}} {{end}}{{range $k, $v := .FMap}}{{$k}}{{$v}} {{end}}
{{range .NilMap}}a{{else}}none{{end}}{{range .Nil}}a{{else}}none{{end}}{{range .Missing}}a{{else}}none{{end}}
{{range 3}}{{.}}{{end}}{{range $i := 3}}{{$i}}{{end}}{{range .U8}}{{break}}{{end}}{{range 0}}a{{else}}zero{{end}}{{range .Neg}}a{{else}}neg{{end}}
{{range $i, $j := 3}}{{end}}
{{range $i = 3}}{{end}}
{{range .I8}}x{{else}}e{{end}}{{range $x := .U}}{{printf "%T" $x}} {{end}}
{{range .S}}{{end}}
{{range .F}}{{end}}
{{range .True}}{{end}}
{{range .C}}{{end}}
{{range .Inner}}{{end}}
{{range .Value.Inner}}{{end}}
{{range .Fn}}{{end}}
{{range .Seq}}{{.}},{{end}}{{range $x := .Seq}}{{$x}},{{end}}
{{range $i, $x := .Seq}}{{end}}
{{range .Seq2}}{{.}},{{end}}{{range $k := .Seq2}}{{$k}},{{end}}{{range $k, $v := .Seq2}}{{$k}}={{$v}},{{end}}
{{range .Ints}}{{if eq . 1}}{{continue}}{{end}}{{.}}{{end}}
{{range .Ints}}{{if eq . 1}}{{break}}{{end}}{{.}}{{else}}x{{end}}
{{range .Ints}}{{range $.Ints}}{{if eq . 1}}{{break}}{{end}}{{.}}{{end}};{{end}}
{{range .Ints}}{{with 1}}{{$q := 1}}{{continue}}{{end}}x{{end}}y
{{break}}
{{continue}}
{{break 1}}
{{range .Ints}}{{break 1}}{{end}}
{{range .Ints}}{{end}}{{break}}
{{range .Ints}}{{else}}{{break}}{{end}}
{{range .Ints}}a{{else if .S}}b{{end}}
{{range .Ints}}{{define "x"}}{{break}}{{end}}{{end}}
{{range .Ints}}{{block "x" .}}{{break}}{{end}}{{end}}
{{range .Ints}}{{$x := .}}{{end}}{{$x}}
{{range .Nest}}[{{.}}]{{end}}{{range .Nest}}{{printf "%T %v " . .}}{{end}}
{{.AnyMap.x}}{{.AnyMap.y}}{{index .AnyMap 2}}{{index .AnyMap "x"}}{{index .AnyMap 3}}
{{define "a"}}A{{.}}{{end}}{{template "a"}}{{template "a" .S}}{{template "a" 1}}
{{template "a"}}{{define "a"}}later{{end}}
{{template "nosuch"}}
{{template "nosuch" .S | print}}
{{template}}
{{template a}}
{{template "a" "b" "c"}}
{{template "\q"}}
{{template ${'`'}a${'`'} 3}}{{define ${'`'}a${'`'}}}[{{.}}]{{end}}
{{define "a"}}1{{end}}{{define "a"}}2{{end}}
{{define "a"}} \n {{end}}{{define "a"}}2{{end}}{{template "a"}}
{{define "a"}}1{{end}}{{define "a"}}{{/* */}}{{end}}{{template "a"}}
{{define "a"}}{{end}}[{{template "a"}}]
{{define "main"}}hi{{end}}
{{define "main"}}hi{{end}}x
{{define "main"}} {{end}}x
{{define}}{{end}}
{{define a}}{{end}}
{{define "a" 1}}{{end}}
{{define "a"}}
{{define "a"}}{{else}}{{end}}
{{define "a"}}{{define "b"}}{{end}}{{end}}
{{if .S}}{{define "b"}}{{end}}{{end}}
{{define "a"}}{{$.S}}{{end}}{{template "a" .}}
{{$x := 1}}{{define "a"}}{{$x}}{{end}}
{{block "b" .S}}[{{.}}]{{end}}
{{block "b"}}x{{end}}
{{block b .}}x{{end}}
{{block "b" .}}x
{{block "b" .}}x{{else}}y{{end}}
{{block "b" .S}}1{{end}}{{template "b" .One}}
{{block "b" .S}}1{{end}}{{block "b" .S}}2{{end}}
{{block "b" .S}}{{block "c" .}}<{{.}}>{{end}}{{end}}{{template "c" 3}}
{{$x := 1}}{{block "b" $x}}{{.}}{{$x}}{{end}}
{{define "r"}}{{if .}}{{len .}}{{template "r" (slice . 1)}}{{end}}{{end}}{{template "r" .S}}
{{define "r"}}{{template "r"}}{{end}}{{template "r"}}
{{define "r"}}{{template "r" .}}{{end}}{{template "r" 1}}
{{template "main" .}}
{{if .S}}\n{{.Nope | nofunc}}{{end}}
{{nofunc}}
{{nofunc 1}}
{{S}}
{{.S | print}}{{.S | print | len}}{{.S | len | printf "%d-%s" 3}}
{{1 | 2}}
{{1 | .}}
{{1 | nil}}
{{1 | "x"}}
{{1 | true}}
{{1 | .S}}
{{1 | $}}
{{1 | $.S}}
{{1 | (print)}}
{{|}}
{{1 |}}
{{1 | | 2}}
{{}}
{{ }}
{{()}}
{{(1)}}{{((1))}}{{(print 1 2)}}{{(1 | print)}}
{{(1}}
{{1)}}
{{(1 2)}}
{{print (1) (2)}}
{{print(1)(2)}}
{{(.Module).Path}}{{(.Module.Replace).Path}}{{(mod "x").Path}}{{(mod "x").Replace.Path}}
{{mod "x"}}{{(mod "x").String}}{{mod.Path}}
{{none.Path}}
{{none.String}}
{{none.Plain}}
{{none.Nope}}
{{none}}
{{iface 0}}{{iface 1}}{{iface 2}}
{{iface 3}}
{{iface -1}}
{{iface}}
{{iface 1 2}}
{{iface "x"}}
{{iface 1.5}}
{{iface 1e0}}
{{iface .S}}
{{iface .One}}
{{iface .U}}
{{iface nil}}
{{iface .Nil}}
{{iface true}}
{{(iface 2).Foo}}
{{(iface 0).Foo}}
{{iface.Foo}}
{{join .Strs ","}}{{join .NilSlice ","}}{{join nil ","}}{{"-" | join .Strs}}
{{join .Ints ","}}
{{join .S ","}}
{{join .Strs}}
{{join .Strs 1}}
{{join .Strs nil}}
{{join .Strs .Nil}}
{{join .Strs .Missing}}
{{join "a" "b" "c"}}
{{eq 1 1}}{{eq 1 2}}{{eq 1 2 1}}{{eq "a" "a"}}{{eq 1.5 1.5}}{{eq true true}}{{eq .C .C}}
{{eq .One .U8}}{{eq .U8 200}}{{eq .U64 -1}}{{eq .I8 -8}}{{eq .Neg .U64}}{{eq .U 7}}
{{eq 1}}
{{eq}}
{{eq 1 "a"}}
{{eq 1 1.0}}
{{eq "a" nil}}
{{eq nil nil}}{{eq .Nil nil}}{{eq .NilModule nil}}{{eq .Module nil}}{{eq .Module .Module}}{{eq .NilMap nil}}{{eq .Fn nil}}
{{eq .Ints .Ints}}
{{eq .Map .Map}}
{{eq .Ints nil}}{{eq .NilSlice nil}}{{eq .NilSlice .NilSlice}}
{{eq .Ints .Map}}
{{eq .Ints .S}}
{{eq .S .Ints}}
{{eq .Structs .Structs}}
{{eq (index .Structs 0) (index .Structs 0)}}{{eq (index .Structs 0) (index .Structs 1)}}
{{eq .Value .Value}}
{{eq .Value .Module}}
{{eq .Code 42}}{{eq .Code .Code}}{{eq .Dur .Dur}}{{eq .Fn .Fn}}
{{eq .Seq .Seq2}}
{{eq .Missing 1}}
{{eq 1 .Missing}}{{eq .Missing .Missing}}
{{ne 1 1}}{{ne 1 2}}{{ne "a" "b"}}
{{ne 1 "a"}}
{{ne 1 2 3}}
{{lt 1 2}}{{lt 2 1}}{{lt "a" "b"}}{{lt 1.5 2.5}}{{lt .Neg .U}}{{lt .U .Neg}}{{lt .U8 .U64}}
{{le 1 1}}{{le 2 1}}{{gt 2 1}}{{gt 1 1}}{{ge 1 1}}{{ge 1 2}}
{{lt true false}}
{{lt .C .C}}
{{lt 1 "a"}}
{{lt .Ints 1}}
{{lt nil 1}}
{{lt 1 nil}}
{{lt 1}}
{{lt .NaN 1.0}}{{gt .NaN 1.0}}{{eq .NaN .NaN}}{{le .NaN .NaN}}
{{lt "Z" "a"}}{{lt .Uni "i"}}{{lt "\xff" "é"}}
{{and 1 2}}{{and 0 2}}{{and "" 2}}|{{or 0 2}}{{or 0 ""}}|{{or 1 (nofn)}}
{{and}}
{{or}}
{{and 1}}{{or 0}}
{{and .Zero (index .Ints 99)}}{{or .One (index .Ints 99)}}
{{and .One (index .Ints 99)}}
{{1 | and 2}}{{1 | and 0}}{{0 | or 2}}{{0 | or 0}}{{1 | and}}{{nil | or 1}}
{{and .Nil 1}}{{or .Nil 1}}{{and .S .Nil}}{{or .Nil .NilModule}}
{{not 1}}{{not 0}}{{not .S}}{{not .Nil}}{{not nil}}
{{not}}
{{not 1 2}}
{{len .S}}{{len .Uni}}{{len .Raw}}{{len .Ints}}{{len .Map}}{{len .NilSlice}}{{len .NilMap}}{{len "é"}}
{{len 3}}
{{len .Nil}}
{{len nil}}
{{len .NilModule}}
{{len .Module}}
{{len .Fn}}
{{len}}
{{len .PtrPtr}}
{{index .Ints 0}}{{index .Ints .One}}{{index .Ints .U8}}
{{index .Ints 3}}
{{index .Ints 4}}
{{index .Ints -1}}
{{index .Ints "a"}}
{{index .Ints nil}}
{{index .Ints 1.0}}
{{index .Map "a"}}{{index .Map "zz"}}{{index .IntMap 10}}{{index .IntMap .U8}}{{index .NilMap "a"}}
{{index .Map 1}}
{{index .Map nil}}
{{index .S 0}}{{index .Uni 1}}{{printf "%T" (index .S 0)}}
{{index .S 4}}
{{index .Nest 3 0}}{{index .Nest 1}}{{index .Nest 2}}
{{index .Nest 2 0}}
{{index .Nest 0 0}}
{{index .Ints}}{{index 3}}
{{index nil 1}}
{{index .Nil 1}}
{{index}}
{{index .NilModule 1}}
{{index .Module 1}}
{{index .Module.Versions 1}}{{index .Value.Versions 0}}
{{index 3 1}}
{{slice .Ints}}{{slice .Ints 1}}{{slice .Ints 1 2}}{{slice .Ints 1 2 3}}{{slice .S 1}}{{slice .S 1 3}}{{slice .Uni 1 2}}{{slice .Uni 2 4}}
{{slice .Ints 2 1}}
{{slice .Ints 1 3 2}}
{{slice .Ints 9}}
{{slice .Ints 0 9}}
{{slice .S 0 9}}
{{slice .S 1 2 3}}
{{slice .Ints 1 2 3 4}}
{{slice .Map 1}}
{{slice 3}}
{{slice nil}}
{{slice .NilModule}}
{{slice .NilSlice}}{{slice .NilSlice 0 0}}
{{slice .Ints "a"}}
{{print 1 2 "a" "b" 3 4}}{{print "a" 1 "b"}}{{print}}{{print .Ints .Map}}
{{println}}{{println "a" "b"}}
{{printf}}
{{printf 3}}
{{printf "%d"}}
{{printf "%d" 1 2}}
{{printf "%d %s" "a" 1}}
{{printf .S}}{{printf .One}}
{{printf nil}}
{{html "<a href=\"x\">'&\x00</a>"}}{{html .Ints .S}}{{html nil}}{{html}}{{"<" | html}}{{html .Module}}{{html .Module.Error}}
{{js "It'd be \"nice\" <b>&=\\\n\x01é世\u2028\xff"}}{{js 1 2}}{{js .Ints}}{{js nil}}
{{urlquery "a b/c?d=e&f+é~-_.*"}}{{urlquery 1 2 "x"}}{{urlquery .Raw}}
{{call .Fn 3}}{{call .Variadic "-" "a" "b"}}{{call .Variadic "-"}}{{3 | call .Fn}}{{.Fn | call}}
{{call .Fn}}
{{call .Fn 1 2}}
{{call .Fn "x"}}
{{call .Fn .U8}}
{{call .Fn nil}}
{{call .Fn .Nil}}
{{call .Variadic}}
{{call .Variadic "-" 1}}
{{call .Failing}}
{{call .NilFn}}
{{call nil}}
{{call .Nil}}
{{call .S}}
{{.S | call}}
{{.One | call}}
{{call}}
{{call 3 4}}
{{call (print 1)}}
{{.Fn}}
{{.Fn 3}}
{{.Seq}}
{{print .NilFn}}
{{.Missing}}{{.Missing.Foo}}{{.Nil}}{{.NilMap.x}}{{.NilModule}}
{{.Nil.Foo}}
{{.S.Foo}}
{{.S 1}}
{{.Map.a 1}}
{{1 | .Map.a}}
{{.IntMap.x}}
{{.Ints.x}}
{{.NilModule.Path}}
{{.NilModule.Nope}}
{{.NilModule.String}}
{{.NilModule.Plain}}
{{.PtrPtr.Path}}{{.PtrPtr}}{{.PtrPtr.String}}
{{.PtrPtr.Nope}}
{{.Module}}{{.Value.Path}}{{.Module.Plain}}{{.Value.Plain}}{{.Loud}}{{.LoudPtr}}{{.Code}}{{.Oops}}{{.Gs}}{{.Dur}}{{.Month}}{{.Day}}
{{.Value.String}}
{{.Codes}}{{.Times}}{{.Structs}}{{.Strs}}{{.Nest}}{{.B}}{{.Map}}{{.IntMap}}{{.FMap}}{{.EmptySlice}}{{.NilSlice}}{{.NilMap}}
{{.True}}{{.I8}}{{.U64}}{{.F}} {{.F32}} {{.Huge}} {{.Tiny}} {{.NaN}} {{.Inf}} {{.C}} {{.Uni}} {{.Raw}}
{{range .Ptrs}}{{.}}{{.VCS}}{{end}}
{{.Dur.Hours}} {{.Dur.Minutes}} {{.Dur.Seconds}} {{.Dur.Milliseconds}} {{.Dur.Round 3600000000000}} {{.Dur.Truncate 3600000000000}} {{.Dur.Abs}} {{.Dur.Nope}}
{{a.b}}
{{.a.b.c}}
{{.Module.Path.x}}
{{.Module.Versions.x}}
{{.Module.Error.Err}}{{.Module.Error}}{{.Module.Origin}}{{.Module.Origin.URL}}
{{ .S"x" }}
{{.S"x"}}
{{.S+1}}
{{$x+1}}
{{.S,}}
{{print , 1}}
{{print 1,2}}
{{#}}
{{é}}
{{"a" "b"}}
{{1 2}}
{{.S .S}}
{{$ 1}}
{{true 1}}
{{. 1}}
{{nil 1}}
{{1 := 2}}
{{: 1}}
{{= 1}}
{{$x : 1}}
{{$x := 1 := 2}}
{{x
{{.S
{{\n\n.S
a\nb{{if\n.S}}\n{{.S
a\n{{if .S}}{{"x
{{if .S}}\n{{/* x
{{if .S}}\n{{3}}\n{{/* x
{{print\n"x
{{\t.S\n}}{{\r\n.S}}
{{.S -}}   {{- .S}}
{{.S-}}
{{-.S}}
{{- .S -}}{{-  .S  -}}
{{"}}"}}{{"{{"}}
{{{{.S}}}}
}}{{.S
{{.S}}}}
{{with .Module}}{{.Path}}{{$.S}}{{with .Replace}}{{.Path}}{{end}}{{end}}
{{with .Value}}{{.Path}}{{.Inner.VCS}}{{.Inner}}{{end}}
{{with $x := 1}}{{with $y := 2}}{{$x}}{{$y}}{{end}}{{end}}
{{with 1}}{{end}}{{with 0}}{{else}}e{{end}}
{{template "x" $y := 1}}{{define "x"}}{{end}}
{{template "x" $y := 1}}{{$y}}{{define "x"}}{{.}}{{end}}
{{$a := 1}}{{$b := 2}}{{$a}}{{$b}}{{$a = $b}}{{$a}}
{{$v := .Module}}{{$v.Path}}{{$v.Replace.Path}}{{$v.Plain}}
{{printf "%s" .Module.Time.MarshalText}} {{printf "%s" .Module.Time.MarshalJSON}}
{{.Module.Time.Nope}}
`);

/** Not `p`: there are no addresses here. */
const verbs = [...'vTtbcdoOqxXUeEfFgGsw%'];
const flagged = [
  '',
  '+',
  '-',
  '#',
  ' ',
  '0',
  '10',
  '-10',
  '010',
  '.2',
  '8.3',
  '+08.2',
  '# ',
  '#+',
  '.0',
  '+.3',
  '#.3',
  '-08',
  ' 05',
  '+#12.4',
  '.',
];
const values = [
  'Zero',
  'One',
  'Neg',
  'U8',
  'U64',
  'Big',
  'F',
  'F32',
  'Huge',
  'Tiny',
  'NaN',
  'Inf',
  'C',
  'S',
  'Empty',
  'Uni',
  'Raw',
  'B',
  'Ints',
  'Strs',
  'Nest',
  'Map',
  'Nil',
  'NilMap',
  'NilSlice',
  'Code',
  'Oops',
  'Loud',
  'Gs',
  'Dur',
  'Month',
  'True',
  'Codes',
  'Times',
  'Structs',
  'EmptySlice',
  'NilModule',
  'NilFn',
  'Value.Inner',
  'Module.Time',
  'Module.Error',
];

/** Every verb with every flag on every kind of value. */
const printing = values.map((name) =>
  flagged.flatMap((flags) => verbs.map((verb) => `{{printf "%${flags}${verb}|" .${name}}}`)).join('\n'),
);

const formats = lines(String.raw`
{{printf "%"}}
{{printf "%!"}}
{{printf "%z" 1}}
{{printf "%-"}}
{{printf "%é" 1}}
{{printf "%\xff" 1}}
{{printf "%[1]d %[1]v" 5}}
{{printf "%[2]d %[1]d" 5 6}}
{{printf "%[2]d" 5 6}}
{{printf "%[3]d" 5 6}}
{{printf "%[0]d" 5}}
{{printf "%[x]d" 5}}
{{printf "%[1d" 5}}
{{printf "%[]d" 5}}
{{printf "%[1]" 5}}
{{printf "%[" 5}}
{{printf "%[2]*[1]d" 5 6}}
{{printf "%[3]*.[2]*[1]f" 12.0 2 6}}
{{printf "%[1]5d" 5}}
{{printf "%[1].2f" 5.0}}
{{printf "%.[2]f" 5.0 3}}
{{printf "%.[2]*f" 5.0 3}}
{{printf "%*d" 5 6}}
{{printf "%-*d|" 5 6}}
{{printf "%*d|" -5 6}}
{{printf "%0*d|" -5 6}}
{{printf "%*d" "x" 6}}
{{printf "%*d" 6}}
{{printf "%*d"}}
{{printf "%.*d" 5 6}}
{{printf "%.*d" -5 6}}
{{printf "%.*d" "x" 6}}
{{printf "%*d" 10000000 6}}
{{printf "%10000000d" 6}}
{{printf "%.10000000d" 6}}
{{printf "%5%|%-5%|%05%"}}
{{printf "%d %d" 1}}
{{printf "%d" 1 2 "x" nil}}
{{printf "x" .Module.Error}}
{{printf "%.d|%.f|%.s|" 0 1.5 "abc"}}
{{printf "%6.2f|%-8.3e|%+g|%G" 3.14159 3.14159 3.14159 1e-10}}
{{printf "%x %X %#x % x %# X" "hello" "hello" "hello" "hello" "hello"}}
{{printf "%q %+q %#q %# q" "hé\n" "hé\n" "hé" "a${'`'}b"}}
{{printf "%c %q %U %#U %+q" 19990 19990 19990 19990 19990}}
{{printf "%c %q %U %#U" -1 1114112 55296 55296}}
{{printf "%t %t" true 1}}
{{printf "%s %v %d" nil nil nil}}
{{printf "%v %+v %#v %T" .Structs .Structs .Structs .Structs}}
{{printf "%v %+v %#v %T" .Value.Inner .Value.Inner .Value.Inner .Value.Inner}}
{{printf "%v %s %d" .Module.Origin .Module.Origin .Module.Origin}}
{{printf "%6.3v|%-8v|%08v" 1.23456 "ab" -5}}
{{printf "%x %x" .Strs .Ints}}
{{printf "%5d|%-5d|%05d" .Ints .Ints .Ints}}
{{printf "%v %v" 0.1 100000000.0}} {{1e20}} {{1e21}} {{123456789.0}} {{1e-5}} {{0.0001}} {{-0.0}}
{{printf "%08.3f|%+08.3f|% 08.3f|%-08.3f|" 3.14159 3.14159 3.14159 3.14159}}
{{printf "%#g %#.3g %#e %#f %#x" 1.0 1.0 1.0 1.0 1.0}}
{{printf "%.3x %x %X %b" 1.5 -1.5 0.1 1.5}}
{{printf "%.40f %.30e %.50g" 0.1 0.1 0.1}}
{{printf "%.0f %.0f %.0f %.1f %.2f" 0.5 1.5 2.5 0.25 1.005}}
{{printf "%.3g %.10g %g %g" 1234567.0 1234567.0 1234567.0 12345678901234567890.0}}
{{printf "%e %e %.0e %.1e" 0.0 5e-324 1.7976931348623157e308 99.95}}
{{printf "%x %x %.1x %.0x" 5e-324 1.7976931348623157e308 1.97 1.5}}
{{printf "%b %b" 0.0 -2.25}}
{{printf "%v %v" 1+2i -1.5e10-0i}}
{{printf "%d%%" 50}}
{{printf "%s" .Oops}}{{printf "%d" .Oops}}{{printf "%d" .Code}}{{printf "%x" .Code}}{{printf "%#v" .Code}}
{{printf "%v" .Module}} {{printf "%s|%q|%x" .Module .Module .Module}} {{printf "%20s|%-20s|" .Module .Module}}
{{printf "%d" .Dur}} {{printf "%s" .Dur}} {{printf "%v" .Module.Loud}} {{printf "%v" .Loud}}
`);

/** What Time's methods answer. */
const times = lines(`
{{.Time}} {{.When}} {{.Time.Format "2006-01-02"}} {{.When.Format "2006-01-02T15:04:05Z07:00"}}
{{.Time.Format "Mon Monday Jan January 1 01 2 02 _2 002 __2 3 03 15 4 04 5 05 06 2006 PM pm MST"}}
{{.When.Format "-0700 -07:00 -07 -070000 -07:00:00 Z0700 Z07:00 Z07 Z070000 Z07:00:00 MST"}}
{{.Time.Format "Z0700 Z07:00 Z07 Z070000 Z07:00:00"}}
{{.Time.Format ".0 .00 .000 .0000000000 ,000 .9 .99 .999 .9999999999 ,999 .0005 .05 .x"}}
{{.When.Format ".0 .9 ,99"}}
{{.Time.Format "Janxx Monxx Month March _2006 _20 2x 20060 0 00 003 07 111 Mo J M P p"}}
{{.Time.Format ""}}{{.Time.Format}}
{{.Time.Format 1}}
{{.Time.Format "a" "b"}}
{{.Time.Unix}} {{.Time.UnixNano}} {{.Time.UnixMilli}} {{.Time.UnixMicro}} {{.When.Unix}}
{{.Time.Year}} {{.Time.Month}} {{.Time.Day}} {{.Time.Hour}} {{.Time.Minute}} {{.Time.Second}} {{.Time.Nanosecond}} {{.Time.YearDay}} {{.Time.Weekday}}
{{printf "%d %d" .Time.Month .Time.Weekday}} {{.When.Weekday}} {{.When.YearDay}}
{{.Time.IsZero}} {{.Time.UTC}} {{.When.UTC}} {{.Time.Location}} {{.When.Location}}|
{{.Time.Local}}|{{.When.Local}}|{{.Time.IsDST}}
{{.Time.Before .When}}
{{.Time.After .When}} {{.Time.Equal .When}} {{.Time.Compare .When}} {{.When.Compare .Time}} {{.Time.Equal .Time}}
{{.Time.Sub .When}} {{(.Time.Sub .When).Hours}} {{.When.Sub .Time}} {{.Time.Sub .Time}}
{{.Time.Add 1500000000}} {{.Time.Add -86400000000000}} {{.Time.AddDate 0 1 30}} {{.When.AddDate 1 -13 0}} {{.Time.AddDate -2100 0 0}}
{{.Time.Truncate 3600000000000}} {{.Time.Round 3600000000000}} {{.Time.Round 86400000000000}} {{.When.Truncate 7000000000}} {{.Time.Round 0}}
{{.Time.Clock}}
{{.Time.Date}}
{{.Time.ISOWeek}}
{{.Time.Zone}}
{{.Time.ZoneBounds}}
{{.Time.wall}}
{{.When.wall}}
{{.Time.In nil}}
{{.Time.In .When.Location}}
{{printf "%v|%+v|%#v|%s|%q|%T" .Time .Time .Time .Time .Time .Time}}
{{printf "%v|%+v|%s|%T" .When .When .When .When}}
{{printf "%d" .Time}}
{{printf "%x" .When}}
{{printf "%s" (.Time.AppendFormat nil "2006")}}
{{.Replace.Time}}{{.Replace.Time.Unix}}
{{.Replace.When}} {{.Replace.When.IsZero}} {{.Replace.When.Unix}}
{{.Replace.Time.Format "2006"}}
{{.Replace.Replace.Path}}
{{.Replace.Replace}}{{.Replace.Versions}}{{len .Replace.Versions}}
{{.Path}} {{.Version}} {{.Main}} {{.Indirect}} {{.Count}} {{.Any}} {{.Problem}} {{.Inner}} {{.Error}} {{.Origin}}
{{.}} {{.String}} {{.Plain}} {{.Loud}} {{.Loud.Text}} {{.Loud.String}}
{{.Add 1 2}} {{2 | .Add 1}} {{.Add 1 .Count}} {{.Add (len .Path) (print 1 | len)}}
{{.Add 1}}
{{.Add 1 2 3}}
{{.Add "a" 2}}
{{.Add 1 .Path}}
{{.Add nil 2}}
{{.Add 1 nil}}
{{.Add 1 .Fn}}
{{.Join ","}}{{.Join "," "a"}}{{.Join "," "a" "b"}}{{"z" | .Join "," "a"}}{{"," | .Join}}
{{.Join}}
{{.Join 1}}
{{.Join "," 1}}
{{.Join "," nil}}
{{.Fail}}
a{{.Fail}}b
{{.Good}}
{{.Panics}}
{{print .Panics}}
{{.Two}}
{{.Three}}
{{.Echo 1}}{{.Echo "a"}}{{.Echo nil}}{{.Echo .}}{{.Echo .Any}}{{.Echo .Missing}}
{{.Echo .Problem}} {{.Echo 1.5}} {{.Echo true}} {{(.Echo .).Path}} {{.Echo (iface 2)}}
{{.Lasts 1500}} {{.Lasts 1e9}}
{{.Lasts "1s"}}
{{.Lasts .Count}}
{{.TakesStruct .Inner}} {{.TakesStruct .Origin}}
{{.TakesStruct .Replace.Origin}}
{{.TakesStruct nil}}
{{.TakesStruct 1}}
{{.TakesPointer .Origin}} {{.TakesPointer .Inner}} {{.TakesPointer nil}} {{.TakesPointer .Replace.Origin}}
{{.TakesPointer 1}}
{{.TakesPointer .Any}}
{{.TakesFloat 1.5}} {{.TakesFloat 1}} {{.TakesFloat 'a'}}
{{.TakesFloat "x"}}
{{.TakesFloat .Count}}
{{.TakesByte 200}} {{.TakesByte 1e2}}
{{.TakesByte -1}}
{{.TakesByte 1.5}}
{{.TakesBool true}} {{.TakesBool .Main}}
{{.TakesBool 1}}
{{.TakesComplex 1i}} {{.TakesComplex 1+2i}}
{{.TakesComplex 1}}
{{.TakesSlice .Versions}} {{.TakesSlice nil}}
{{.TakesSlice "x"}}
{{.TakesMap nil}}
{{.hidden}}
{{.Hidden}}
{{.Path "x"}}
{{"x" | .Path}}
{{.Path.Foo}}
{{.Any.Foo}}
{{.Problem.Why}}{{.Problem.Error}}
{{.Replace.Problem}}{{.Replace.Any}}
{{.Replace.Problem.Foo}}
{{.Replace.Any.Foo}}
{{.Replace.Origin.VCS}}
{{.Replace.Error.Nope}}
{{.Error.Err.Foo}}
{{.Fn}}
{{call .Fn 1}}
{{range .Versions}}{{.}} {{end}}{{range $i, $v := .Versions}}{{$i}}{{$v}}{{else}}x{{end}}{{join .Versions ", "}}
{{range .}}{{end}}
{{range .Time}}{{end}}
{{if .Replace}}r{{end}}{{if .Replace.Time}}t{{else}}n{{end}}{{with .Error}}{{.Err}}{{end}}{{if .Problem}}p{{end}}{{if .Replace.Problem}}q{{end}}
{{eq .Path "example.com/a"}} {{eq .Problem nil}} {{eq .Replace.Problem nil}} {{eq .Any "any"}} {{eq .Time .Time}} {{eq .When .When}}
{{eq .Origin .Inner}}
{{eq .Inner .Inner}} {{eq .Time .Replace.Time}} {{.Time.Equal .Replace.When}}
{{html .Error}} {{js .Error}} {{urlquery .Origin}} {{html .}} {{print .Time}} {{print .Error.Err .Path}}
{{index .Versions 0}} {{slice .Version 1}} {{slice .Path 0 7}} {{len .Path}}
{{printf "%-20s %s" .Path .Version}}{{printf "%v %t %q" .Versions .Main .Path}}
`);

const question = (data: string) => (text: string) => ({ text, data });

/** The templates, each with the name of its data. */
export const TEMPLATE_TABLE: readonly { readonly text: string; readonly data: string }[] = [
  ...all.map(question('all')),
  ...printing.map(question('all')),
  ...formats.map(question('all')),
  ...times.map(question('module')),
  ...[
    '{{.}}',
    '{{.Path}}',
    '{{.String}}',
    '{{.Plain}}',
    '{{.Loud}}',
    '{{.Inner.VCS}}',
    '{{.Time.Year}}',
    '{{.Nope}}',
  ].map(question('value')),
  ...[
    '{{.}}',
    '{{.Foo}}',
    '{{$}}',
    '{{range .}}{{end}}',
    '{{with .}}a{{else}}b{{end}}',
    '{{len .}}',
    '{{. | print}}',
  ].map(question('nil')),
  ...['{{.}}', '{{.Foo}}', '{{range .}}{{.}}{{end}}', '{{. 1}}', '{{print . .}}'].map(question('int')),
  ...['{{.}}', '{{.Foo}}', '{{range $i, $x := .}}{{$i}}{{$x}}{{end}}', '{{index . 1}}', '{{join . "-"}}'].map(
    question('list'),
  ),
];
