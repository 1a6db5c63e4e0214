extension CompletedShell {
  static let fish = CompletedShell(
    name: "fish",
    installation: "write it to ~/.config/fish/completions/flyconf.fish.",
    script: #"""
      # Completes the command lines of flyconf in fish.
      function __flyconf_complete
        set -l words (commandline -opc) (commandline -ct)
        set -l lines ($words[1] __complete -- $words[2..-1] 2>/dev/null)
        switch "$lines[1]"
          case files
            __fish_complete_path (commandline -ct)
          case directories
            __fish_complete_directories (commandline -ct)
        end
        if test (count $lines) -gt 1
          printf '%s\n' $lines[2..-1]
        end
      end
      complete -c flyconf -f -a '(__flyconf_complete)'

      """#)
}
