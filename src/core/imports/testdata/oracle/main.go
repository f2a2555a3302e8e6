// What Go makes of folders of sources, and of single lines. A line of JSON with a question in, one with the answer out.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/doc"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"
	"time"

	"oracle/imports"
)

type question struct {
	Kind     string // "package", "scan", "constraint", "synopsis"
	Files    map[string][]byte
	Context  context
	Any      bool
	Explicit bool   // for "scan": the files are named
	Dir      string // a real folder instead of Files
	Text     []byte
}

type context struct {
	Goos, Goarch, Compiler           string
	CgoEnabled                       bool
	BuildTags, ToolTags, ReleaseTags []string
	ImportComments                   bool
}

type info struct{ name string }

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return 0 }
func (i info) Mode() fs.FileMode  { return 0 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }

const folder = "/dir/sub"

func importPackage(q question) any {
	names := []string{}
	for name := range q.Files {
		names = append(names, name)
	}
	sort.Strings(names)
	c := q.Context
	ctxt := build.Context{
		GOOS: c.Goos, GOARCH: c.Goarch, Compiler: c.Compiler, CgoEnabled: c.CgoEnabled,
		BuildTags: c.BuildTags, ToolTags: c.ToolTags, ReleaseTags: c.ReleaseTags,
		JoinPath:  path.Join,
		IsAbsPath: path.IsAbs,
		IsDir:     func(p string) bool { return p == folder },
		HasSubdir: func(root, dir string) (string, bool) { return "", false },
		ReadDir: func(dir string) ([]fs.FileInfo, error) {
			list := []fs.FileInfo{}
			for _, name := range names {
				list = append(list, info{name})
			}
			return list, nil
		},
		OpenFile: func(p string) (io.ReadCloser, error) {
			return io.NopCloser(bytes.NewReader(q.Files[path.Base(p)])), nil
		},
	}
	dir := folder
	if q.Dir != "" {
		dir = q.Dir
		ctxt.IsDir, ctxt.ReadDir, ctxt.OpenFile = nil, nil, nil
	}
	mode := build.ImportMode(0)
	if c.ImportComments {
		mode = build.ImportComment
	}
	p, err := ctxt.ImportDir(dir, mode)
	answer := map[string]any{"Package": p}
	if err != nil {
		answer["Error"] = []byte(err.Error())
	}
	return answer
}

func scan(q question) any {
	c := q.Context
	tags := map[string]bool{c.Goos: true, c.Goarch: true, c.Compiler: true}
	if c.CgoEnabled {
		tags["cgo"] = true
	}
	for _, list := range [][]string{c.BuildTags, c.ToolTags, c.ReleaseTags} {
		for _, tag := range list {
			tags[tag] = true
		}
	}
	if q.Any {
		tags = imports.AnyTags()
	}
	imports.SetSystem(c.Goos)
	dir, shown := q.Dir, q.Dir
	if dir == "" {
		dir, shown = temporary(q.Files), folder
		defer os.RemoveAll(dir)
	}
	list, tests, err := scanTagged(dir, tags, q)
	answer := map[string]any{"Imports": texts(list), "TestImports": texts(tests)}
	if err != nil {
		answer["Error"] = []byte(strings.ReplaceAll(err.Error(), dir, shown))
	}
	return answer
}

func scanTagged(dir string, tags map[string]bool, q question) ([]string, []string, error) {
	if !q.Explicit {
		return imports.ScanDir(dir, tags)
	}
	names := []string{}
	for name := range q.Files {
		if strings.HasSuffix(name, ".go") {
			names = append(names, path.Join(dir, name))
		}
	}
	sort.Strings(names)
	return imports.ScanFiles(names, tags)
}

func temporary(files map[string][]byte) string {
	dir, err := os.MkdirTemp("", "scan")
	if err != nil {
		panic(err)
	}
	for name, data := range files {
		if err := os.WriteFile(path.Join(dir, name), data, 0o666); err != nil {
			panic(err)
		}
	}
	return dir
}

func texts(list []string) [][]byte {
	out := [][]byte{}
	for _, text := range list {
		out = append(out, []byte(text))
	}
	return out
}

func parse(q question) any {
	x, err := constraint.Parse(string(q.Text))
	if err != nil {
		answer := map[string]any{"Error": []byte(err.Error()), "Offset": -1}
		if syntax, ok := err.(*constraint.SyntaxError); ok {
			answer["Offset"] = syntax.Offset
		}
		return answer
	}
	anywhere := imports.Eval(x, imports.AnyTags(), true)
	return map[string]any{"Text": []byte(x.String()), "Any": anywhere}
}

func answer(q question) any {
	switch q.Kind {
	case "package":
		return importPackage(q)
	case "scan":
		return scan(q)
	case "constraint":
		return parse(q)
	case "synopsis":
		group := &ast.CommentGroup{List: []*ast.Comment{{Slash: token.Pos(1), Text: "/*" + string(q.Text) + "*/"}}}
		return map[string]any{"Text": []byte(doc.Synopsis(group.Text()))}
	}
	panic(fmt.Sprintf("unknown question %q", q.Kind))
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	decoder := json.NewDecoder(in)
	for {
		var q question
		if err := decoder.Decode(&q); err == io.EOF {
			return
		} else if err != nil {
			panic(err)
		}
		if err := encoder.Encode(answer(q)); err != nil {
			panic(err)
		}
	}
}
