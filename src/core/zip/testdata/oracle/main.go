// Answers what Go makes of archives, for the tests of core/zip and engine/unpack: a JSON question a line on
// standard input, a JSON answer a line on standard output. Built by tools/testing/zip-oracle.ts.
package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path"
	"time"
	"unicode"

	"golang.org/x/mod/module"
	"golang.org/x/mod/sumdb/dirhash"
	modzip "golang.org/x/mod/zip"
)

type question struct {
	Kind    string // archive, files, folder, fold
	Path    string
	Version string
	File    string // archive: the zip; files, folder: the zip to be made
	Dir     string // archive: where to unpack it, if anywhere; folder: what to pack
	Files   []listed
}

type listed struct {
	Path string
	Kind string // file, folder, symlink, other
	Size int64
	Data []byte
}

type entry struct {
	Name   []byte
	Size   uint64
	Sha256 string
	Error  string
	Mode   string
}

type complaint struct{ Path, Reason string }

type answer struct {
	Open    string
	Entries []entry
	Sum     string
	SumErr  string
	Unzip   string
	Valid   []string
	Omitted []complaint
	Invalid []complaint
	Check   string
	Create  string
	Folds   [][2]int
	Letters []rune
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func archive(q question) (a answer) {
	f, err := os.Open(q.File)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	info, _ := f.Stat()
	r, err := zip.NewReader(f, info.Size())
	a.Open = text(err)
	if err == nil {
		for _, zf := range r.File {
			a.Entries = append(a.Entries, readEntry(zf))
		}
	}
	a.Sum, err = dirhash.HashZip(q.File, dirhash.Hash1)
	a.SumErr = text(err)
	if q.Dir != "" {
		a.Unzip = text(modzip.Unzip(q.Dir, module.Version{Path: q.Path, Version: q.Version}, q.File))
	}
	return a
}

func readEntry(zf *zip.File) entry {
	e := entry{Name: []byte(zf.Name), Size: zf.UncompressedSize64, Mode: zf.Mode().Type().String()}
	rc, err := zf.Open()
	if err == nil {
		h := sha256.New()
		_, err = io.Copy(h, rc)
		e.Sha256 = hex.EncodeToString(h.Sum(nil))
	}
	e.Error = text(err)
	return e
}

// Name and the rest make a listed file both x/mod/zip's File and an fs.FileInfo.
func (l listed) Name() string       { return path.Base(l.Path) }
func (l listed) IsDir() bool        { return l.Kind == "folder" }
func (l listed) ModTime() time.Time { return time.Time{} }
func (l listed) Sys() any           { return nil }
func (l listed) Mode() os.FileMode {
	return map[string]os.FileMode{"file": 0, "folder": os.ModeDir, "symlink": os.ModeSymlink, "other": os.ModeNamedPipe}[l.Kind]
}

type sized struct{ listed }

func (s sized) Size() int64 { return s.listed.Size }

type source struct{ l listed }

func (s source) Path() string                 { return s.l.Path }
func (s source) Lstat() (os.FileInfo, error)  { return sized{s.l}, nil }
func (s source) Open() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(s.l.Data)), nil }

func complaints(list []modzip.FileError) (out []complaint) {
	for _, e := range list {
		out = append(out, complaint{e.Path, text(e.Err)})
	}
	return out
}

func files(q question) (a answer) {
	var list []modzip.File
	for _, l := range q.Files {
		list = append(list, source{l})
	}
	checked, err := modzip.CheckFiles(list)
	a.Valid, a.Omitted, a.Invalid, a.Check = checked.Valid, complaints(checked.Omitted), complaints(checked.Invalid), text(err)
	var made bytes.Buffer
	a.Create = text(modzip.Create(&made, module.Version{Path: q.Path, Version: q.Version}, list))
	a.finish(q, made.Bytes())
	return a
}

func folder(q question) (a answer) {
	var made bytes.Buffer
	a.Create = text(modzip.CreateFromDir(&made, module.Version{Path: q.Path, Version: q.Version}, q.Dir))
	a.finish(q, made.Bytes())
	return a
}

func (a *answer) finish(q question, made []byte) {
	if a.Create != "" {
		return
	}
	if err := os.WriteFile(q.File, made, 0o666); err != nil {
		panic(err)
	}
	a.Sum, _ = dirhash.HashZip(q.File, dirhash.Hash1)
}

func folds() (a answer) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		if least != r {
			a.Folds = append(a.Folds, [2]int{int(r), int(least)})
		}
		if unicode.IsLetter(r) {
			a.Letters = append(a.Letters, r)
		}
	}
	return a
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<30)
	out := json.NewEncoder(os.Stdout)
	for in.Scan() {
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			panic(err)
		}
		out.Encode(map[string]func(question) answer{
			"archive": archive, "files": files, "folder": folder,
			"fold": func(question) answer { return folds() },
		}[q.Kind](q))
	}
}
