// What cmd/go/internal/imports wants of cmd/go/internal/fsys.
package fsys

import (
	"io/fs"
	"os"
)

func ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func Stat(name string) (fs.FileInfo, error)      { return os.Stat(name) }
func Open(name string) (fs.File, error)          { return os.Open(name) }
