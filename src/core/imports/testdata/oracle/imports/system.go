// Beside the files of cmd/go/internal/imports: for which system they choose.
package imports

import "oracle/cfg"

func SetSystem(goos string) { cfg.BuildContext.GOOS = goos }
