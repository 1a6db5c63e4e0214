import Documents

extension Rule {
  static let flyTomlVolumeNameMalformed = Rule(
    "FC971", "fly-toml-volume-name-malformed", .error,
    "A volume's name has letters, digits and underscores alone",
    rationale: """
      Fly.io makes no volume with another name, and has none to be found: no deployment can \
      succeed. `fly config validate` does not look.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-mounts-section",
    protects: .platform,
    example: .flyToml(
      at: "source = 'my-data'", wrong: "[[mounts]]\nsource = 'my-data'\ndestination = '/data'",
      right: "[[mounts]]\nsource = 'my_data'\ndestination = '/data'"),
    .flyToml { file, report in
      for mount in file.root.tables("mounts") {
        guard let name = mount.written("source"), !TemplateText.isFound(in: name.content),
          let wrong = name.content.first(where: { !VariableKey.isPlatformName(String($0)) })
        else { continue }
        let proposal = String(
          name.content.map { VariableKey.isPlatformName(String($0)) ? $0 : "_" })
        report.add(
          "the volume's name \(Quoted(name.content)) has the character "
            + "\(Quoted(String(wrong))), expected letters, digits and underscores",
          help: "write \(Quoted(proposal.lowercased()))", at: name)
      }
    })
}
