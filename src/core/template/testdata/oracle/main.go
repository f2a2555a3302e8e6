// Carries out templates on fixed data with Go's own text/template. A line of input is {"Text": base64, "Data": name}; a
// line of output {"Out": base64, "Err": base64}. tools/testing/template-data.ts has the same data.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math"
	"os"
	"strings"
	"text/template"
	"time"
)

type Failure struct {
	Err string
}

type Origin struct {
	VCS string
	URL string
}

type Code int

func (c Code) String() string { return fmt.Sprintf("code-%d", int(c)) }

type Oops struct {
	Why string
}

func (o Oops) Error() string { return "oops: " + o.Why }

type Loud struct {
	Text string
}

func (l *Loud) String() string { return strings.ToUpper(l.Text) }

type GoSyntax struct {
	N int
}

func (g GoSyntax) GoString() string { return "GOSYNTAX" }

type Module struct {
	Path     string
	Version  string
	Versions []string
	Replace  *Module
	Time     *time.Time
	When     time.Time
	Main     bool
	Indirect bool
	Error    *Failure
	Origin   *Origin
	Loud     Loud
	Count    int
	Any      any
	Problem  error
	Fn       func(int) int
	Inner    Origin
	hidden   string
}

func (m *Module) String() string { return m.Path + "@" + m.Version }

func (m Module) Plain() string                            { return "plain " + m.Path }
func (m *Module) Add(a, b int) int                        { return a + b }
func (m *Module) Join(sep string, parts ...string) string { return strings.Join(parts, sep) }
func (m *Module) Fail() (string, error)                   { return "", errors.New("failed 100%") }
func (m *Module) Good() (string, error)                   { return "good", nil }
func (m *Module) Panics() string                          { panic("panicked") }
func (m *Module) Two() (int, int)                         { return 1, 2 }
func (m *Module) Three() (int, int, int)                  { return 1, 2, 3 }
func (m *Module) Echo(x any) any                          { return x }
func (m *Module) Lasts(d time.Duration) string            { return d.String() }
func (m *Module) TakesStruct(x Origin) string             { return x.VCS }
func (m *Module) TakesPointer(x *Origin) string           { return fmt.Sprint(x == nil) }
func (m *Module) TakesFloat(x float64) float64            { return x }
func (m *Module) TakesByte(x uint8) uint8                 { return x }
func (m *Module) TakesBool(x bool) bool                   { return x }
func (m *Module) TakesComplex(x complex128) complex128    { return x }
func (m *Module) TakesSlice(x []string) int               { return len(x) }
func (m *Module) TakesMap(x map[string]int) int           { return len(x) }

func when(text string) *time.Time {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		panic(err)
	}
	return &t
}

func module() *Module {
	return &Module{
		Path:     "example.com/a",
		Version:  "v1.2.3",
		Versions: []string{"v1.0.0", "v1.1.0", "v1.2.3"},
		Replace:  &Module{Path: "../fork", Version: "", Versions: []string{}},
		Time:     when("2021-03-04T05:06:07.089Z"),
		When:     *when("2019-12-31T23:59:59+05:30"),
		Indirect: true,
		Error:    &Failure{Err: "not <found> & \"lost\""},
		Origin:   &Origin{VCS: "git", URL: "https://example.com/a?b=c&d='e'"},
		Loud:     Loud{"quiet"},
		Count:    3,
		Any:      "any",
		Problem:  Oops{"why"},
		Inner:    Origin{VCS: "hg"},
		hidden:   "h",
	}
}

func seq() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 1; i < 4; i++ {
			if !yield(i * i) {
				return
			}
		}
	}
}

func seq2() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		_ = yield("a", 1) && yield("b", 2)
	}
}

func everything() map[string]any {
	var nilModule *Module
	var nilMap map[string]int
	var nilSlice []string
	return map[string]any{
		"True": true, "False": false, "Zero": 0, "One": 1, "Big": math.MaxInt64, "Neg": -17,
		"I8": int8(-8), "I64": int64(1 << 40), "U": uint(7), "U8": uint8(200), "U64": uint64(math.MaxUint64),
		"F": 1.5, "F32": float32(0.1), "Huge": 1e100, "Tiny": -2.5e-7, "NaN": math.NaN(), "Inf": math.Inf(-1),
		"C": complex(1, -2), "S": "text", "Empty": "", "Uni": "héllo, 世界 \U0001F600", "Raw": "a\xffb\x00\n\t'\"`<&>=\\",
		"B": []byte("bytes\xfe"), "Ints": []int{3, 1, 2}, "Strs": []string{"b", "a", ""}, "Nest": []any{1, "two", nil, []int{3}},
		"Map": map[string]int{"b": 2, "a": 1, "c": 3}, "IntMap": map[int]string{10: "ten", -1: "minus", 2: "two"},
		"FMap": map[float64]bool{1.5: true, -2: false}, "AnyMap": map[any]int{"x": 1, "y": 2},
		"Nil": nil, "NilModule": nilModule, "NilMap": nilMap, "NilSlice": nilSlice, "EmptySlice": []int{},
		"Module": module(), "Value": *module(), "Code": Code(42), "Oops": Oops{"bad"}, "Loud": Loud{"soft"}, "LoudPtr": &Loud{"soft"},
		"Gs": GoSyntax{3}, "Dur": 90*time.Minute + 250*time.Millisecond, "Month": time.March, "Day": time.Sunday,
		"Fn": func(n int) int { return n * 2 }, "Variadic": func(sep string, s ...string) string { return strings.Join(s, sep) },
		"Failing": func() (int, error) { return 0, errors.New("no") }, "NilFn": (func() int)(nil),
		"Seq": seq(), "Seq2": seq2(), "Codes": []Code{1, 2}, "Times": []time.Time{*when("2020-01-02T03:04:05Z")},
		"Ptrs": []*Origin{{VCS: "git"}, nil}, "Structs": []Origin{{VCS: "a"}, {URL: "b"}}, "PtrPtr": func() **Module { m := module(); return &m }(),
	}
}

var data = map[string]any{"module": module(), "value": *module(), "all": everything(), "nil": nil, "int": 5, "list": []string{"x", "y"}}

func run(text string, value any) (out string, err error) {
	var b bytes.Buffer
	funcs := template.FuncMap{
		"join":  strings.Join,
		"mod":   func(path string) *Module { return &Module{Path: path} },
		"none":  func() *Module { return nil },
		"iface": func(n int) any { return []any{nil, 1, "s"}[n] },
	}
	t, err := template.New("main").Funcs(funcs).Parse(text)
	if err == nil {
		err = t.Execute(&b, value)
	}
	return b.String(), err
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<28)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		var question struct {
			Text []byte
			Data string
		}
		if err := json.Unmarshal(in.Bytes(), &question); err != nil {
			panic(err)
		}
		text, err := run(string(question.Text), data[question.Data])
		answer := struct{ Out, Err []byte }{Out: []byte(text)}
		if err != nil {
			answer.Err = []byte(err.Error())
		}
		line, err := json.Marshal(answer)
		if err != nil {
			panic(err)
		}
		out.Write(append(line, '\n'))
	}
}
