extension Rule {
  static let flyTomlFileEncodedTwice = Rule(
    "FC988", "fly-toml-file-encoded-twice", .warning, "raw_value is not in base64",
    rationale: """
      flyctl encodes raw_value itself, although its documentation asks for base64: the machine \
      gets a file that is still encoded.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/config.go",
    example: .flyToml(
      at: "raw_value",
      wrong: "[[files]]\nguest_path = '/etc/motd'\nraw_value = 'aGVsbG8gd29ybGQK'",
      right: "[[files]]\nguest_path = '/etc/motd'\nraw_value = 'hello world'"),
    .flyToml { file, report in
      for one in file.root.tables("files") {
        guard let value = one.written("raw_value"), EncodedText.decoded(value.content) != nil
        else { continue }
        report.add(
          "raw_value is in base64 already, and flyctl encodes it once more",
          help: "write the text itself, or put the file beside fly.toml and write local_path",
          at: value)
      }
    })
}
