extension CompletedShell {
  static let zsh = CompletedShell(
    name: "zsh",
    installation:
      "write it to a file named _flyconf in a folder of $fpath, or put `source <(flyconf "
      + "completions zsh)` behind compinit in ~/.zshrc.",
    script: #"""
      #compdef flyconf
      # Completes the command lines of flyconf in zsh.
      _flyconf() {
        local -a lines described
        local line
        lines=("${(@f)$("${words[1]}" __complete -- "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
        for line in "${(@)lines[2,-1]}"; do
          described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        done
        (( ${#described} )) && _describe -V flyconf described
        case "${lines[1]}" in
          files) [[ "$PREFIX" == --*=* ]] && compset -P '*='; _files ;;
          directories) [[ "$PREFIX" == --*=* ]] && compset -P '*='; _files -/ ;;
        esac
      }
      if [[ "${funcstack[1]}" == _flyconf ]]; then
        _flyconf "$@"
      else
        compdef _flyconf flyconf
      fi

      """#)
}
