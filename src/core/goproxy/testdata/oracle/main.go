// Answers what Go makes of `.info` files, for the tests of core/goproxy: the bytes as a JSON string in base64 a line on
// standard input, a JSON answer a line on standard output. Built by tools/testing/info-oracle.ts.
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"time"
)

// RevInfo and Origin have the fields that the go command's types of these names have in JSON.
type RevInfo struct {
	Version string
	Time    time.Time
	Origin  *Origin `json:",omitempty"`
}

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

type answer struct {
	Error   string // of reading
	Written []byte // what is written again
	Failed  string // of writing
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<30)
	out := json.NewEncoder(os.Stdout)
	for in.Scan() {
		var data []byte
		if err := json.Unmarshal(in.Bytes(), &data); err != nil {
			panic(err)
		}
		var a answer
		var info RevInfo
		a.Error = text(json.Unmarshal(data, &info))
		if a.Error == "" {
			var err error
			a.Written, err = json.Marshal(info)
			a.Failed = text(err)
		}
		out.Encode(a)
	}
}
