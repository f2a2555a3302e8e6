// What cmd/go/internal/imports wants of cmd/go/internal/cfg.
package cfg

import "go/build"

var BuildContext build.Context
