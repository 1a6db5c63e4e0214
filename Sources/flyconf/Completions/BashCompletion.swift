extension CompletedShell {
  /// bash takes `=` and `:` for the ends of words; the words are put together again from the line,
  /// and what stands before the last such sign is taken off what is offered.
  static let bash = CompletedShell(
    name: "bash",
    installation: "put `source <(flyconf completions bash)` into ~/.bashrc.",
    script: #"""
      # Completes the command lines of flyconf in bash.
      _flyconf() {
        local line="${COMP_LINE:0:COMP_POINT}" current="" behind words fallback candidate
        [[ "$line" == *[[:space:]] ]] || current="${line##*[[:space:]]}"
        read -r -a words <<< "$line"
        words=("${words[@]:1}")
        [[ -n "$current" ]] || words+=("")
        behind="${current%"${COMP_WORDS[COMP_CWORD]}"}"
        [[ "${COMP_WORDS[COMP_CWORD]}" == [=:] ]] && behind="$current"
        COMPREPLY=()
        {
          read -r fallback
          while IFS=$'\t' read -r candidate _; do
            COMPREPLY+=("${candidate#"$behind"}")
          done
        } < <("${COMP_WORDS[0]}" __complete -- "${words[@]}" 2>/dev/null)
        case "$fallback" in
          files) compopt -o default 2>/dev/null ;;
          directories) compopt -o dirnames 2>/dev/null ;;
        esac
      }
      complete -F _flyconf flyconf

      """#)
}
