import Documents

extension Rule {
  static let storedGeneratorUnknown = Rule(
    "FC323", "stored-generator-unknown", .error,
    "A stored generator is one that flyconf has, and makes values that cannot be guessed",
    rationale: """
      A credential with a generator is rotated by scripts, at night and without anybody being \
      asked. They find out here that it cannot be, and not on the day it is due.
      """,
    reference: "data model, CredentialManager, rotation; `flyconf help secrets rotate`",
    example: .fields(
      .credentials, at: "rotation",
      wrong: #"{ "rotation": { "generate": "hex:2" } }"#,
      right: #"{ "rotation": { "generate": "hex:32" } }"#),
    .eachCredential { credential, report in
      guard let text = try credential.rotation.get()?.generate.get() else { return }
      do throws(MalformedValue) {
        _ = try ValueGenerator(text)
      } catch {
        report.add(\.rotation, error.reason, help: error.help ?? "write another form")
      }
    })
}
