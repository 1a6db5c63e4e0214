import Documents

extension Rule {
  static let flyTomlCommandNotSplit = Rule(
    "FC999", "fly-toml-command-not-split", .warning,
    "A process in [experimental] is a list of its words",
    rationale: """
      flyctl does not split a text here as it does in [processes]: the machine looks for a \
      program whose name has spaces, and ends before anything runs.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/patches.go",
    example: .flyToml(
      at: "exec = 'bin/server --port 8080'",
      wrong: "[experimental]\nexec = 'bin/server --port 8080'",
      right: "[experimental]\nexec = ['bin/server', '--port', '8080']"),
    .flyToml { file, report in
      guard let experimental = file.root.table("experimental") else { return }
      // A command may be the one argument of an entry point that splits it.
      for key in ["exec", "entrypoint"] {
        guard let words = experimental.texts(key), words.count == 1, let word = words.first,
          let split = try? ShellWords(word.content).words, split.count > 1
        else { continue }
        let list = split.map { "\"\($0)\"" }.joined(separator: ", ")
        report.add(
          "\(Quoted(word.content)) is one word to flyctl, the name of a program",
          help: "write \(key) = [\(list)]", at: word)
      }
    })
}
