extension Rule {
  static let flyTomlCommandMalformed = Rule(
    "FC948", "fly-toml-command-malformed", .error,
    "Every command is a line with its quotes closed",
    rationale: """
      flyctl splits commands into words as a shell does, and refuses the file where it cannot. \
      An apostrophe opens a quote, too.
      """,
    reference: "https://github.com/google/shlex", protects: .platform,
    example: .flyToml(
      at: "release_command", wrong: "[deploy]\nrelease_command = \"echo it's done\"",
      right: "[deploy]\nrelease_command = \"echo 'it is done'\""),
    .flyToml { file, report in
      let commands =
        file.root.namedTexts("processes").map(\.value)
        + [file.root.text("console_command"), file.root.table("deploy")?.text("release_command")]
        .compactMap(\.self)
      for command in commands {
        do throws(MalformedValue) {
          _ = try ShellWords(command.content)
        } catch {
          report.add(error.reason, help: error.help, at: command)
        }
      }
    })
}
