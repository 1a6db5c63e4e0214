import Documents
import Testing

@testable import DeployModel

@Suite struct FlyTomlSchemaTests {
  private static func schema(_ path: String...) -> Node? {
    path.reduce(FlyTomlSchema.document) { node, key in node?[key] }
  }

  private static func key(_ section: String, _ key: String) -> Node? {
    schema("$defs", section, "properties", key)
  }

  @Test func namesTheVersionOfFlyctlThatItWasReadFrom() {
    let comment = Self.schema("$comment")?.text ?? ""
    #expect(comment.contains("superfly/flyctl/blob/ad0172fa/"))
    #expect(comment.contains("2026-08-21"))
  }

  @Test func everyReferenceLeadsSomewhere() {
    let document = FlyTomlSchema.document
    for reference in Self.references(in: document) {
      #expect(document["$defs"]?[String(reference.dropFirst("#/$defs/".count))] != nil)
    }
    #expect(Self.references(in: document).count > FlyTomlKeys.sections.count)
  }

  private static func references(in node: Node) -> [String] {
    let own = node["$ref"]?.text.map { [$0] } ?? []
    return own + (node.members.map(\.value) + node.elements).flatMap(references)
  }

  @Test func describesEveryKeyByItsSummary() {
    for entry in FlyTomlEntry.all {
      let schema =
        entry.sectionPath.isEmpty
        ? Self.schema("properties", entry.key.name) : Self.key(entry.sectionPath, entry.key.name)
      #expect(schema?["description"]?.text?.hasPrefix(entry.key.summary) == true, "\(entry.path)")
    }
  }

  @Test func defaultsAreValuesOfTheirType() {
    #expect(Self.schema("properties", "kill_timeout", "default")?.text == "5s")
    let snapshots = Self.key("mounts", "scheduled_snapshots")?["default"]
    #expect(snapshots?.isEqual(to: true) == true)
    let level = Self.key("build", "compression_level")?["default"]
    #expect(level?.isEqual(to: 7) == true)
    let share = Self.key("deploy", "max_unavailable")?["default"]
    #expect(share?.isEqual(to: Node(.number(Number(literal: "0.33")))) == true)
  }

  @Test func aDefaultInWordsStandsInTheDescriptionAlone() {
    let target = Self.key("build", "build-target")
    #expect(target?["default"] == nil)
    #expect(target?["description"]?.text?.hasSuffix("Default: the last one") == true)
    #expect(Self.schema("properties", "machine_config")?["default"] == nil)
  }

  @Test func olderNamesAndKeysOutOfUseAreDeprecated() {
    #expect(Self.schema("properties", "mount", "deprecated")?.isEqual(to: true) == true)
    #expect(Self.key("build", "build_target")?["deprecated"]?.isEqual(to: true) == true)
    let builtin = Self.key("build", "builtin")
    #expect(builtin?["deprecated"]?.isEqual(to: true) == true)
    #expect(builtin?["description"]?.text?.contains("write dockerfile") == true)
    #expect(Self.schema("properties", "mounts", "deprecated") == nil)
  }

  @Test func onlyWordsThatFlyctlChecksAreBinding() {
    #expect(Self.key("deploy", "strategy")?["enum"] != nil)
    #expect(Self.key("vm", "size")?["enum"] == nil)
    #expect(Self.key("vm", "size")?["examples"]?.elements.first?.text == "shared-cpu-1x")
    #expect(Self.key("services.ports", "handlers")?["items"]?["examples"] != nil)
  }

  @Test func saysTheUnitOfABareNumberAndTheOldForms() {
    let timeout = Self.key("http_service.checks", "timeout")?["description"]?.text
    #expect(timeout?.contains("A bare number counts in nanoseconds") == true)
    let checks = Self.schema("properties", "checks", "description")?.text
    #expect(checks?.contains("[[checks]] with a name") == true)
  }
}
