// Oracle answers questions about go.mod and go.work files with the parser of the Go release it is built
// with: one JSON question a line on standard input, one JSON answer a line on standard output. The tests
// build it in a temporary module beside a copy of that release's golang.org/x/mod.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

type question struct {
	Mode string // "strict", "lax", "work"
	File string
	Data []byte
	// Fix makes every version canonical by a rule that the test knows too.
	Fix   bool
	Edits [][]string
}

type answer struct {
	Error  string
	Tree   string
	Values string
	// After is Values once the edits were made.
	After  string
	Output []byte
	Path   string
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	dec := json.NewDecoder(in)
	enc := json.NewEncoder(out)
	for dec.More() {
		var q question
		if err := dec.Decode(&q); err != nil {
			panic(err)
		}
		enc.Encode(respond(q))
	}
}

// fix refuses versions with a "!", cuts what follows a "~", and leaves the rest alone.
func fix(path, version string) (string, error) {
	if strings.Contains(version, "!") {
		return "", &module.ModuleError{Path: path, Version: version, Err: fmt.Errorf("refused")}
	}
	before, _, _ := strings.Cut(version, "~")
	return before, nil
}

func respond(q question) (a answer) {
	a.Path = modfile.ModulePath(q.Data)
	var fixer modfile.VersionFixer
	if q.Fix {
		fixer = fix
	}
	if q.Mode == "work" {
		f, err := modfile.ParseWork(q.File, q.Data, fixer)
		if err != nil {
			a.Error = err.Error()
			return a
		}
		a.Tree = tree(f.Syntax)
		a.Values = workValues(f)
		for _, e := range q.Edits {
			if err := editWork(f, e); err != nil {
				a.Error += err.Error() + "\n"
			}
		}
		a.After = workValues(f)
		a.Output = modfile.Format(f.Syntax)
		return a
	}
	parse := modfile.Parse
	if q.Mode == "lax" {
		parse = modfile.ParseLax
	}
	f, err := parse(q.File, q.Data, fixer)
	if err != nil {
		a.Error = err.Error()
		return a
	}
	a.Tree = tree(f.Syntax)
	a.Values = values(f)
	for _, e := range q.Edits {
		if err := edit(f, e); err != nil {
			a.Error += err.Error() + "\n"
		}
	}
	a.After = values(f)
	a.Output = modfile.Format(f.Syntax)
	return a
}

func workValues(f *modfile.WorkFile) string {
	return fmt.Sprint(goLine(f.Go), toolchain(f.Toolchain), godebug(f.Godebug), uses(f.Use), replaces(f.Replace))
}

func goLine(g *modfile.Go) string {
	if g == nil {
		return "go:none\n"
	}
	return fmt.Sprintf("go:%q\n", g.Version)
}

func toolchain(t *modfile.Toolchain) string {
	if t == nil {
		return "toolchain:none\n"
	}
	return fmt.Sprintf("toolchain:%q\n", t.Name)
}

func godebug(list []*modfile.Godebug) (s string) {
	for _, g := range list {
		s += fmt.Sprintf("godebug:%q %q\n", g.Key, g.Value)
	}
	return s
}

func uses(list []*modfile.Use) (s string) {
	for _, u := range list {
		s += fmt.Sprintf("use:%q\n", u.Path)
	}
	return s
}

func replaces(list []*modfile.Replace) (s string) {
	for _, r := range list {
		s += fmt.Sprintf("replace:%q %q %q %q\n", r.Old.Path, r.Old.Version, r.New.Path, r.New.Version)
	}
	return s
}

func values(f *modfile.File) string {
	s := ""
	if f.Module == nil {
		s += "module:none\n"
	} else {
		s += fmt.Sprintf("module:%q %q\n", f.Module.Mod.Path, f.Module.Deprecated)
	}
	s += goLine(f.Go) + toolchain(f.Toolchain) + godebug(f.Godebug)
	for _, r := range f.Require {
		s += fmt.Sprintf("require:%q %q %v\n", r.Mod.Path, r.Mod.Version, r.Indirect)
	}
	for _, x := range f.Exclude {
		s += fmt.Sprintf("exclude:%q %q\n", x.Mod.Path, x.Mod.Version)
	}
	s += replaces(f.Replace)
	for _, r := range f.Retract {
		s += fmt.Sprintf("retract:%q %q %q\n", r.Low, r.High, r.Rationale)
	}
	for _, t := range f.Tool {
		s += fmt.Sprintf("tool:%q\n", t.Path)
	}
	for _, i := range f.Ignore {
		s += fmt.Sprintf("ignore:%q\n", i.Path)
	}
	return s
}

func requirements(words []string) (list []*modfile.Require) {
	for _, w := range words {
		indirect := strings.HasSuffix(w, "!")
		path, version, _ := strings.Cut(strings.TrimSuffix(w, "!"), "@")
		list = append(list, &modfile.Require{Mod: module.Version{Path: path, Version: version}, Indirect: indirect})
	}
	return list
}

func edit(f *modfile.File, e []string) error {
	arg := func(i int) string { return e[i] }
	switch e[0] {
	case "module":
		return f.AddModuleStmt(arg(1))
	case "comment":
		f.AddComment(arg(1))
	case "go":
		return f.AddGoStmt(arg(1))
	case "dropgo":
		f.DropGoStmt()
	case "toolchain":
		return f.AddToolchainStmt(arg(1))
	case "droptoolchain":
		f.DropToolchainStmt()
	case "godebug":
		return f.AddGodebug(arg(1), arg(2))
	case "dropgodebug":
		return f.DropGodebug(arg(1))
	case "require":
		return f.AddRequire(arg(1), arg(2))
	case "newrequire":
		f.AddNewRequire(arg(1), arg(2), arg(3) == "true")
	case "droprequire":
		return f.DropRequire(arg(1))
	case "setrequire":
		f.SetRequire(requirements(e[1:]))
	case "separate":
		f.SetRequireSeparateIndirect(requirements(e[1:]))
	case "exclude":
		return f.AddExclude(arg(1), arg(2))
	case "dropexclude":
		return f.DropExclude(arg(1), arg(2))
	case "replace":
		return f.AddReplace(arg(1), arg(2), arg(3), arg(4))
	case "dropreplace":
		return f.DropReplace(arg(1), arg(2))
	case "retract":
		return f.AddRetract(modfile.VersionInterval{Low: arg(1), High: arg(2)}, arg(3))
	case "dropretract":
		return f.DropRetract(modfile.VersionInterval{Low: arg(1), High: arg(2)})
	case "tool":
		return f.AddTool(arg(1))
	case "droptool":
		return f.DropTool(arg(1))
	case "ignore":
		return f.AddIgnore(arg(1))
	case "dropignore":
		return f.DropIgnore(arg(1))
	case "sort":
		f.SortBlocks()
	case "cleanup":
		f.Cleanup()
	default:
		panic(e[0])
	}
	return nil
}

func editWork(f *modfile.WorkFile, e []string) error {
	switch e[0] {
	case "go":
		return f.AddGoStmt(e[1])
	case "dropgo":
		f.DropGoStmt()
	case "toolchain":
		return f.AddToolchainStmt(e[1])
	case "droptoolchain":
		f.DropToolchainStmt()
	case "godebug":
		return f.AddGodebug(e[1], e[2])
	case "dropgodebug":
		return f.DropGodebug(e[1])
	case "use":
		return f.AddUse(e[1], "")
	case "dropuse":
		return f.DropUse(e[1])
	case "replace":
		return f.AddReplace(e[1], e[2], e[3], e[4])
	case "dropreplace":
		return f.DropReplace(e[1], e[2])
	case "sort":
		f.SortBlocks()
	case "cleanup":
		f.Cleanup()
	default:
		panic(e[0])
	}
	return nil
}

func position(p modfile.Position) string {
	return fmt.Sprintf("%d:%d#%d", p.Line, p.LineRune, p.Byte)
}

func comments(c *modfile.Comments) (s string) {
	list := func(name string, all []modfile.Comment) {
		for _, x := range all {
			s += fmt.Sprintf(" %s(%q %s %v)", name, x.Token, position(x.Start), x.Suffix)
		}
	}
	list("before", c.Before)
	list("suffix", c.Suffix)
	list("after", c.After)
	return s
}

func words(list []string) (s string) {
	for _, w := range list {
		s += fmt.Sprintf(" %q", w)
	}
	return s
}

func line(l *modfile.Line) string {
	return fmt.Sprintf("line%s %v %s %s%s\n", words(l.Token), l.InBlock, position(l.Start), position(l.End), comments(&l.Comments))
}

func tree(f *modfile.FileSyntax) string {
	s := "file" + comments(&f.Comments) + "\n"
	for _, stmt := range f.Stmt {
		switch x := stmt.(type) {
		case *modfile.CommentBlock:
			s += "comments " + position(x.Start) + comments(&x.Comments) + "\n"
		case *modfile.Line:
			s += line(x)
		case *modfile.LineBlock:
			s += fmt.Sprintf("block%s %s%s\n", words(x.Token), position(x.Start), comments(&x.Comments))
			s += "( " + position(x.LParen.Pos) + comments(&x.LParen.Comments) + "\n"
			for _, l := range x.Line {
				s += line(l)
			}
			s += ") " + position(x.RParen.Pos) + comments(&x.RParen.Comments) + "\n"
		}
	}
	return s
}
