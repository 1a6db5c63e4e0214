import Documents
import Testing

@testable import DeployModel

/// The merge patches under `environments`: what they make of an object, and where what is found
/// in it stands.
struct EnvironmentPatchTests {
  private func deployment(
    _ patches: String
  ) throws -> PerEnvironment<DeploymentConfiguration> {
    let sample = try PatchedSample(deployment: #"{ "environments": \#(patches) }"#)
    return try #require(try sample.snapshot.project.deployment.get())
  }

  private static func read(_ text: String) throws -> Node {
    var diagnostics: [Diagnostic] = []
    let node = JSONReader.read(SourceText(name: "test", text), &diagnostics)
    return try #require(node, "\(text): \(diagnostics)")
  }

  // MARK: RFC 7396

  /// The test cases of RFC 7396, appendix A, in which the patch is an object: the target, the
  /// patch, and what it makes of the target.
  @Test(arguments: [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
    (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ])
  func mergesAsTheRFCDoes(target: String, patch: String, result: String) throws {
    var diagnostics: [Diagnostic] = []
    let merged = MergePatch.apply(
      try Self.read(patch), to: try Self.read(target), fields: [], &diagnostics)
    #expect(merged.isEqual(to: try Self.read(result)), "\(JSONWriter.line(merged))")
    #expect(diagnostics.isEmpty)
  }

  @Test func changesOnlyWhatThePatchNames() throws {
    let deployment = try deployment(
      #"{ "staging": { "resource_cpu": 1, "regions_additional": ["ams", "cdg"] } }"#)
    #expect(deployment.staging.resourceCPU == .value(1))
    // An array is replaced as a whole, never joined.
    #expect(deployment.staging.regionsAdditional == .value(["ams", "cdg"]))
    #expect(deployment.staging.resourceMemory == .value("1GB"))
    for other in [deployment.production, deployment.development] {
      #expect(other.resourceCPU == .value(2))
      #expect(other.regionsAdditional == .value(["lhr"]))
    }
  }

  @Test func removesAFieldByNull() throws {
    let deployment = try deployment(
      """
      {
        "staging": { "regions_additional": null, "scaling_max": null, "updated_at": null },
        "development": { "credentials": null }
      }
      """)
    #expect(deployment.staging.regionsAdditional == .value(nil))
    #expect(deployment.staging.scalingMax == .value(10))
    #expect(deployment.staging.updatedAt == .value(nil))
    #expect(deployment.staging.credentials.value??.count == 1)
    #expect(deployment.development.credentials == .value(nil))
    #expect(deployment.development.scalingMax == .value(3))
  }

  @Test(arguments: ["{}", #"{ "staging": {} }"#, #"{ "staging": { "unmanaged": null } }"#])
  func changesNothingWherePatchesSayNothing(patches: String) throws {
    let deployment = try deployment(patches)
    let schema = DeploymentConfiguration.schema
    let production = schema.node(of: deployment.production)
    #expect(schema.node(of: deployment.staging).isEqual(to: production))
    #expect(schema.node(of: deployment.development).isEqual(to: production))
  }

  @Test(arguments: [ProjectFile.deployment, .resources, .certificate])
  func everyEntityWithAFileOfItsOwnTakesPatches(file: ProjectFile) throws {
    let text = #"{ "environments": { "staging": { "unheard_of": 1 } } }"#
    let finding = try PatchedSample([file: text]).finding(of: "FC002")
    #expect(finding.pointer == "/environments/staging/unheard_of")
    #expect(finding.place.file == file.name)
  }

  // MARK: What is no patch

  @Test(arguments: ["null", "[]", "7", #""staging""#])
  func reportsAPatchThatIsNoObjectAndChangesNothing(patch: String) throws {
    let sample = try PatchedSample(
      deployment: #"{ "environments": { "staging": \#(patch) } }"#)
    #expect(Self.messages(sample, .wrongType).count == 1)
    let deployment = try #require(try sample.snapshot.project.deployment.get())
    #expect(deployment.staging.appName == .value("harbour"))
  }

  @Test(arguments: ["[]", "7", #""staging""#])
  func reportsEnvironmentsThatAreNoObject(patches: String) throws {
    let sample = try PatchedSample(deployment: #"{ "environments": \#(patches) }"#)
    #expect(Self.messages(sample, .wrongType).count == 1)
  }

  @Test(arguments: [
    ("production", "production is the object itself: move the fields up"),
    ("stagging", "did you mean 'staging'?"), ("test", "expected one of staging, development"),
  ])
  func refusesAPatchForAnotherEnvironment(name: String, help: String) throws {
    let finding = try PatchedSample(
      deployment: #"{ "environments": { "\#(name)": { "scaling_max": 1 } } }"#
    ).finding(of: "FC002")
    #expect(
      finding.message == "'\(name)' is not an environment that a patch can be for")
    #expect(finding.help == help)
  }

  @Test(arguments: ["environments", "flyconf:ignore", "$schema"])
  func refusesInAPatchWhatIsAboutTheWholeObject(key: String) throws {
    let sample = try PatchedSample(
      deployment: #"{ "environments": { "staging": { "\#(key)": {} } } }"#)
    let finding = try sample.finding(of: "FC002")
    #expect(finding.message == "'\(key)' has no effect inside a patch")
    #expect(finding.help == "move it up, to the object itself")
    #expect(finding.pointer == "/environments/staging/\(key)")
    #expect(sample.codes == [])
  }

  // MARK: Where findings stand

  /// A project whose `deployment.json` is the lines given, under a whole sample of the rest.
  private func findings(_ lines: [String], _ code: Rule.Code) -> [Finding] {
    var files = SampleProject.files
    files[.deployment] = lines.joined(separator: "\n")
    return SampleProject.snapshot(files).validate(at: SampleProject.now)
      .filter { $0.rule.code == code }
  }

  private static let opening = [
    #"{ "app_name": "harbour", "domain": "harbour.fly.dev", "region_primary": "fra","#,
    #"  "resource_cpu": 2, "resource_memory": "1GB", "resource_storage": "10GB","#,
    #"  "scaling_min": 1, "scaling_max": 3,"#,
    #"  "environments": {"#,
  ]

  @Test func pointsIntoThePatchThatIsAtFault() throws {
    let findings = findings(
      Self.opening + [#"    "staging": { "resource_cpu": 9 },"#, #"    "development": {} } }"#],
      "FC108")
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.place.file == "deployment.json")
    #expect(finding.place.start == SourcePosition(line: 5, column: 34))
    #expect(finding.place.end == SourcePosition(line: 5, column: 35))
    #expect(finding.environment == .staging)
    #expect(finding.pointer == "/environments/staging/resource_cpu")
  }

  @Test func pointsToTheElementOfAPatchedArray() throws {
    let findings = findings(
      Self.opening + [
        #"    "development": {"#, #"      "regions_additional": ["lhr","#,
        #"        "zzz"] } } }"#,
      ], "FC104")
    #expect(findings.map(\.place.start) == [SourcePosition(line: 7, column: 9)])
    #expect(findings.map(\.pointer) == ["/environments/development/regions_additional/1"])
  }

  @Test func pointsIntoTheObjectWhereThePatchLeavesTheFieldAlone() throws {
    let findings = findings(
      Self.opening + [#"    "staging": { "scaling_min": 3 } } }"#], "FC112")
    #expect(findings.map(\.place.start) == [SourcePosition(line: 3, column: 36)])
    #expect(findings.map(\.environment) == [.staging])
    #expect(findings.map(\.pointer) == ["/scaling_max"])
  }

  @Test func pointsToAMisspelledFieldOfAPatch() throws {
    let findings = findings(
      Self.opening + [#"    "staging": { "regions_aditional": [] } } }"#], "FC002")
    #expect(findings.map(\.place.start) == [SourcePosition(line: 5, column: 18)])
    #expect(findings.map(\.help) == ["did you mean 'regions_additional'?"])
  }

  @Test func findsOnceWhatEveryEnvironmentShares() throws {
    let sample = try PatchedSample(
      deployment: """
        {
          "region_primary": "zzz", "unheard_of": 1,
          "environments": {
            "staging": { "app_name": "harbour-staging", "domain": "harbour-staging.fly.dev" },
            "development": { "app_name": "harbour-dev", "domain": "harbour-dev.fly.dev" }
          }
        }
        """)
    #expect(sample.pointers(of: "FC104") == ["/region_primary"])
    #expect(sample.pointers(of: "FC002") == ["/unheard_of"])
  }

  @Test func findsTheSameMistakeInEachPatchThatMakesIt() throws {
    let sample = try PatchedSample(
      deployment: """
        {
          "environments": {
            "staging": { "resource_cpu": 9, "unheard_of": 1 },
            "development": { "resource_cpu": 9, "unheard_of": 1 }
          }
        }
        """)
    let patches = ["/environments/staging", "/environments/development"]
    #expect(sample.pointers(of: "FC108") == patches.map { $0 + "/resource_cpu" })
    #expect(sample.findings(of: "FC108").map(\.environment) == [.staging, .development])
    #expect(sample.pointers(of: "FC002") == patches.map { $0 + "/unheard_of" })
  }

  @Test func leavesOutWhatAPatchMends() throws {
    let mended = #""environments": { "staging": { "region_primary": "fra" } }"#
    let sample = try PatchedSample(deployment: #"{ "region_primary": "zzz", \#(mended) }"#)
    #expect(sample.findings(of: "FC104").map(\.environment) == [.production])
  }

  @Test func suppressesInAPatchWhatTheObjectSuppresses() throws {
    let finding = try PatchedSample(
      deployment: """
        {
          "environments": { "staging": { "scaling_max": 1 } },
          "flyconf:ignore": [{ "rule": "FC112", "reason": "staging is one machine" }]
        }
        """
    ).finding(of: "FC112")
    #expect(finding.pointer == "/environments/staging/scaling_max")
    #expect(finding.suppression == "staging is one machine")
  }

  // MARK: Null for a required field

  private static func messages(_ sample: PatchedSample, _ kind: Diagnostic.Kind) -> [String] {
    sample.snapshot.documents.distinctDiagnostics(of: .deployment)
      .filter { $0.kind == kind }.map(\.message)
  }

  @Test func reportsARemovedRequiredFieldAtTheNull() throws {
    let lines = Self.opening + [#"    "staging": { "app_name": null, "domain": null } } }"#]
    let source = SourceText(name: "deployment.json", lines.joined(separator: "\n"))
    let snapshot = ProjectSnapshot([.deployment: source])
    let found = snapshot.documents.distinctDiagnostics(of: .deployment)
      .filter { $0.kind == .removedField }
    #expect(
      found.map(\.message) == [
        "the required field 'app_name' cannot be removed by an environment",
        "the required field 'domain' cannot be removed by an environment",
      ])
    let index = LineIndex(source)
    #expect(
      found.map { index.location(of: Int($0.span.start)) } == [
        SourcePosition(line: 5, column: 30), SourcePosition(line: 5, column: 46),
      ])
    #expect(
      found.map { index.location(of: Int($0.span.end)) } == [
        SourcePosition(line: 5, column: 34), SourcePosition(line: 5, column: 50),
      ])
  }

  @Test func keepsTheValueThatAnEnvironmentTriesToRemove() throws {
    let sample = try PatchedSample(
      deployment: #"{ "environments": { "staging": { "app_name": null } } }"#)
    let deployment = try #require(try sample.snapshot.project.deployment.get())
    #expect(deployment.staging.appName == .value("harbour"))
    #expect(Self.messages(sample, .missingField) == [])
    #expect(Self.messages(sample, .removedField).count == 1)
  }

  @Test func letsAnEnvironmentRemoveWhatItLeavesUnmanaged() throws {
    let patch = #""unmanaged": ["vm"], "resource_cpu": null, "resource_memory": null"#
    let sample = try PatchedSample(
      deployment: #"{ "environments": { "staging": { \#(patch) } } }"#)
    #expect(Self.messages(sample, .removedField) == [])
    #expect(Self.messages(sample, .missingField) == [])
    let deployment = try #require(try sample.snapshot.project.deployment.get())
    #expect(deployment.staging.resourceCPU == .unreadable)
    #expect(deployment.production.resourceCPU == .value(2))
  }

  @Test func requiresInAnEnvironmentWhatOnlyAnotherLeavesUnmanaged() throws {
    let sample = try PatchedSample(
      deployment: """
        {
          "region_primary": null, "unmanaged": ["region"],
          "environments": { "staging": { "unmanaged": null } }
        }
        """)
    #expect(sample.missingFields(of: .deployment) == ["region_primary"])
  }
}
