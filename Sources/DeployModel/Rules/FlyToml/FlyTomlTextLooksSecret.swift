import Documents

extension Rule {
  static let flyTomlTextLooksSecret = Rule(
    "FC928", "fly-toml-text-looks-secret", .warning,
    "No command, header or file holds what looks like a secret",
    rationale: """
      Whatever stands in fly.toml is there for everyone who can read the repository, and stays \
      in its history; commands and headers also show in the machine's configuration.
      """,
    reference: "https://fly.io/docs/apps/secrets/",
    protects: .secret,
    precision: .byForm,
    example: .flyToml(
      at: "worker = ",
      // In two pieces, so that no scanner stops at this file.
      wrong: "[processes]\nworker = 'worker --broker redis://:8rT-"
        + "vW4q@cache.internal:6379'",
      right: """
        [processes]
        worker = 'sh -c "worker --broker $BROKER_URL"'
        """),
    .flyToml { file, report in look(at: file.document.root, in: [], &report) })

  private static func look(at node: Node, in path: [String], _ report: inout FlyTomlReport) {
    // Variables and arguments of the build have rules of their own.
    guard path != ["env"], path != ["build", "args"] else { return }
    let isFile = path == ["files", "raw_value"]
    // Base64 of any text looks random.
    let text = node.text.map { isFile ? EncodedText.decoded($0) ?? $0 : $0 }
    if let text, let shape = SecretShape.find(in: text) {
      report.add(
        "'\(path.joined(separator: "."))' looks like \(shape.kind)",
        help: "replace it at its service, set the new one with `fly secrets set`, and "
          + (isFile ? "write secret_name here" : "read it from the environment here"),
        at: node.span)
    }
    for member in node.members {
      look(at: member.value, in: path + [member.key.lowercased()], &report)
    }
    for element in node.elements { look(at: element, in: path, &report) }
  }
}
