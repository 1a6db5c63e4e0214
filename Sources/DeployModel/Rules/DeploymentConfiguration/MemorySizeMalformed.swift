import Documents

extension Rule {
  static let memorySizeMalformed = Rule(
    "FC117", "memory-size-malformed", .error,
    "resource_memory is a whole number followed by MB or GB",
    rationale: """
      The tools around Fly.io read units differently: '4Gi' is refused, and a bare '4' means four \
      megabytes. One form leaves nothing to guess.
      """,
    reference: "data model, Core Entities, DeploymentConfiguration: resource_memory",
    protects: .platform,
    example: .fields(
      .deployment, at: "resource_memory",
      wrong: #"{ "resource_memory": "1GiB" }"#, right: #"{ "resource_memory": "1GB" }"#),
    .configuration { deployment, report in
      let text = try deployment.resourceMemory.get()
      do throws(MalformedValue) {
        _ = try MemorySize(text)
      } catch {
        report.add(\.resourceMemory, error.reason, help: error.help)
      }
    })
}
