// Hello greets in several languages, and uses a handful of popular modules to do so: it is what `npm run
// example` downloads.
package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/dustin/go-humanize"
	"github.com/fatih/color"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/mattn/go-isatty"
	"github.com/mitchellh/go-wordwrap"
	"github.com/pkg/errors"
	"github.com/rs/zerolog"
	"github.com/spf13/cobra"
	"go.uber.org/multierr"
	"go.uber.org/zap"
	"golang.org/x/mod/semver"
	"golang.org/x/sync/errgroup"
	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"
)

var greetings = map[string]string{"en": "hello", "de": "hallo", "fr": "bonjour", "sv": "hej"}

type config struct {
	Languages []string `toml:"languages" yaml:"languages"`
}

func read(text string) (config, error) {
	var fromTOML, fromYAML config
	if _, err := toml.Decode(text, &fromTOML); err != nil {
		return fromTOML, errors.Wrap(err, "toml")
	}
	again, err := yaml.Marshal(fromTOML)
	if err != nil {
		return fromTOML, errors.Wrap(err, "yaml")
	}
	err = multierr.Append(err, yaml.Unmarshal(again, &fromYAML))
	if diff := cmp.Diff(fromTOML, fromYAML); diff != "" {
		return fromTOML, errors.Errorf("not the same: %s", diff)
	}
	return fromYAML, err
}

func greet(languages []string) ([]string, error) {
	lines := make([]string, len(languages))
	var group errgroup.Group
	for i, name := range languages {
		group.Go(func() error {
			tag, err := language.Parse(name)
			lines[i] = fmt.Sprintf("%s: %s", tag, greetings[name])
			return err
		})
	}
	return lines, group.Wait()
}

func run(cmd *cobra.Command, _ []string) error {
	start := time.Now()
	cfg, err := read(`languages = ["en", "de", "fr", "sv"]`)
	if err != nil {
		return err
	}
	lines, err := greet(cfg.Languages)
	if err != nil {
		return err
	}
	color.NoColor = !isatty.IsTerminal(os.Stdout.Fd())
	fmt.Fprintln(cmd.OutOrStdout(), color.GreenString(wordwrap.WrapString(strings.Join(lines, ", "), 72)))
	logger := zerolog.New(os.Stderr)
	logger.Info().Str("id", uuid.NewString()).Str("version", semver.Canonical("v1.2")).Msg("greeted")
	zap.NewNop().Debug("done", zap.String("when", humanize.Time(start)))
	return nil
}

func main() {
	root := &cobra.Command{Use: "hello", Short: "greets", RunE: run}
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}
