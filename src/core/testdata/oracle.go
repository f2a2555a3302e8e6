// Answers questions about Go's standard library, one JSON object a line, for core's tests.
// A question is {"Op": name, "Args": [base64, ...]}; so are texts in answers, since they may be no UTF-8.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"go/version"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

type Origin struct {
	VCS       string `json:",omitempty"`
	URL       string `json:",omitempty"`
	Subdir    string `json:",omitempty"`
	Hash      string `json:",omitempty"`
	TagPrefix string `json:",omitempty"`
	TagSum    string `json:",omitempty"`
	Ref       string `json:",omitempty"`
	RepoSum   string `json:",omitempty"`
}

type RevInfo struct {
	Version string
	Time    time.Time
	Name    string  `json:"-"`
	Short   string  `json:"-"`
	Origin  *Origin `json:",omitempty"`
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func raw(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

func info(data string) []any {
	var r RevInfo
	if err := json.Unmarshal([]byte(data), &r); err != nil {
		return []any{raw(err.Error())}
	}
	out, err := json.Marshal(&r)
	return []any{raw(r.Version), r.Origin != nil, raw(string(out)), raw(text(err))}
}

func sequence(data string) []any {
	dec := json.NewDecoder(bytes.NewReader([]byte(data)))
	for n := 0; ; n++ {
		var value json.RawMessage
		if err := dec.Decode(&value); errors.Is(err, io.EOF) && err == io.EOF {
			return []any{n, ""}
		} else if err != nil {
			return []any{n, raw(err.Error())}
		}
	}
}

func answer(op string, args []string) []any {
	switch op {
	case "quote":
		return []any{raw(strconv.Quote(args[0]))}
	case "fields":
		return []any{raw(strings.Join(strings.Fields(args[0]), "|")), raw(strings.TrimSpace(args[0]))}
	case "compare":
		return []any{strings.Compare(args[0], args[1])}
	case "json-string":
		out, _ := json.Marshal(args[0])
		return []any{raw(string(out))}
	case "path-escape":
		return []any{raw(strings.ReplaceAll(url.PathEscape(args[0]), "%2F", "/"))}
	case "glob":
		ok, err := path.Match(args[0], args[1])
		return []any{ok && err == nil}
	case "slash-path":
		x, y := args[0], args[1]
		parent, last := path.Split(x)
		rel, err := filepath.Rel(path.Clean(x), path.Clean(y))
		return []any{raw(path.Clean(x)), raw(path.Join(x, y)), raw(path.Clean(parent)), raw(last), err == nil, raw(rel)}
	case "go-version":
		x, y := "go"+args[0], "go"+args[1]
		return []any{version.IsValid(x), version.Compare(x, y), strings.TrimPrefix(version.Lang(x), "go")}
	case "info":
		return info(args[0])
	case "sequence":
		return sequence(args[0])
	}
	return nil
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<26)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		var question struct {
			Op   string
			Args [][]byte
		}
		if err := json.Unmarshal(in.Bytes(), &question); err != nil {
			panic(err)
		}
		var args []string
		for _, arg := range question.Args {
			args = append(args, string(arg))
		}
		line, err := json.Marshal(answer(question.Op, args))
		if err != nil {
			panic(err)
		}
		out.Write(append(line, '\n'))
	}
}
