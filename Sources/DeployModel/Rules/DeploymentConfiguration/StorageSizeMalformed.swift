import Documents

extension Rule {
  static let storageSizeMalformed = Rule(
    "FC118", "storage-size-malformed", .error,
    "resource_storage is a whole number followed by GB",
    rationale: """
      Volumes are sized in whole gigabytes. Another unit or a fraction would be rounded by one \
      tool and refused by the next.
      """,
    reference: "data model, Core Entities, DeploymentConfiguration: resource_storage",
    protects: .platform,
    example: .fields(
      .deployment, at: "resource_storage",
      wrong: #"{ "resource_storage": "10 gb" }"#, right: #"{ "resource_storage": "10GB" }"#),
    .configuration { deployment, report in
      let text = try deployment.resourceStorage.get()
      // A number that no volume can have is another rule's concern, 0 included.
      guard SizeText.gigabytes(in: text) == nil else { return }
      do throws(MalformedValue) {
        _ = try StorageSize(text)
      } catch {
        report.add(\.resourceStorage, error.reason, help: error.help)
      }
    })
}
