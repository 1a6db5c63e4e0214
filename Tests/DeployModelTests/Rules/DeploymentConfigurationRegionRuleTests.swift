import Testing

@testable import DeployModel

/// FC104 to FC107: where an application runs.
struct DeploymentConfigurationRegionRuleTests {
  // MARK: Data model: region_primary, REQUIRED; regions_additional, OPTIONAL

  @Test(arguments: Region.all.map(\.code))
  func acceptsEveryCurrentRegion(code: String) throws {
    let sample = try PatchedSample(
      deployment: #"{ "region_primary": "\#(code)", "regions_additional": null }"#)
    #expect(sample.codes == [])
  }

  @Test(arguments: [
    ("qqq", "expected one of ams, arn, bom, cdg, dfw, ewr, fra, gru … and 10 more"),
    ("FRA", "did you mean 'fra'?"), ("frx", "did you mean 'fra'?"),
    ("frankfurt", "did you mean 'fra'?"), ("Sao Paulo", "did you mean 'gru'?"),
    ("", "expected one of ams, arn, bom, cdg, dfw, ewr, fra, gru … and 10 more"),
  ])
  func refusesARegionThatFlyDoesNotHave(code: String, help: String) throws {
    let sample = try PatchedSample(deployment: #"{ "region_primary": "\#(code)" }"#)
    #expect(sample.codes == ["FC104"])
    let finding = try sample.finding(of: "FC104")
    #expect(finding.message == "there is no region '\(code)'")
    #expect(finding.help == help)
    #expect(finding.pointer == "/region_primary")
    #expect(!finding.rule.isSuppressible)
  }

  @Test func pointsToEachUnknownAdditionalRegion() throws {
    let sample = try PatchedSample(
      deployment: #"{ "regions_additional": ["lhr", "lnd", "ams", "zzz"] }"#)
    #expect(
      sample.pointers(of: "FC104") == ["/regions_additional/1", "/regions_additional/3"])
  }

  @Test func looksAtTheAdditionalRegionsWhenThePrimaryCannotBeRead() throws {
    let sample = try PatchedSample(
      deployment: #"{ "region_primary": 1, "regions_additional": ["zzz", "waw", "lhr", "lhr"] }"#)
    #expect(sample.pointers(of: "FC104") == ["/regions_additional/0"])
    #expect(sample.pointers(of: "FC105") == ["/regions_additional/1"])
    #expect(sample.pointers(of: "FC107") == ["/regions_additional/3"])
  }

  @Test func isSilentAboutRegionsThatCannotBeRead() throws {
    let sample = try PatchedSample(
      deployment: #"{ "region_primary": null, "regions_additional": ["zzz", 1] }"#)
    #expect(sample.codes == [])
  }

  @Test(arguments: DeprecatedRegion.all.value)
  func namesWhatTakesTheClosedRegionsPlace(closed: DeprecatedRegion) throws {
    let sample = try PatchedSample(
      deployment: #"{ "region_primary": "\#(closed.code)", "regions_additional": null }"#)
    #expect(sample.codes == ["FC105"])
    let finding = try sample.finding(of: "FC105")
    #expect(
      finding.message == "the region '\(closed.code)' (\(closed.city)) has been closed")
    #expect(finding.help == "write '\(closed.replacement)', which takes its place")
    #expect(finding.rule.severity == .warning)
    #expect(finding.pointer == "/region_primary")
  }

  @Test func proposesNoReplacementThatIsThereAlready() throws {
    let finding = try PatchedSample(
      deployment: #"{ "region_primary": "cdg", "regions_additional": ["lhr", "mad"] }"#
    ).finding(of: "FC105")
    #expect(finding.help == "remove it; 'cdg', which takes its place, is there already")
    #expect(finding.pointer == "/regions_additional/1")
  }

  @Test func findsThePrimaryRegionAmongTheAdditionalOnes() throws {
    let sample = try PatchedSample(
      deployment: #"{ "region_primary": "fra", "regions_additional": ["lhr", "fra", "fra"] }"#)
    #expect(sample.codes == ["FC106", "FC106"])
    #expect(
      sample.pointers(of: "FC106") == ["/regions_additional/1", "/regions_additional/2"])
    let finding = try #require(sample.findings(of: "FC106").first)
    #expect(finding.message == "'fra' is the primary region already")
    #expect(finding.help == "remove it, or write the region that was meant")
    #expect(finding.rule.severity == .error)
  }

  @Test func findsEachRepetitionOfAnAdditionalRegion() throws {
    let sample = try PatchedSample(
      deployment: #"{ "regions_additional": ["lhr", "ams", "lhr", "ams", "lhr"] }"#)
    #expect(sample.codes == ["FC107", "FC107", "FC107"])
    #expect(
      sample.pointers(of: "FC107") == [
        "/regions_additional/2", "/regions_additional/3", "/regions_additional/4",
      ])
    let finding = try #require(sample.findings(of: "FC107").first)
    #expect(finding.message == "'lhr' is named twice")
    #expect(finding.help == "remove it, or write the region that was meant")
    #expect(finding.rule.severity == .error)
  }

  @Test func findsARegionOfOneEnvironmentOnly() throws {
    let sample = try PatchedSample(
      deployment: """
        {
          "environments": {
            "staging": {
              "app_name": "harbour-staging", "domain": "harbour-staging.fly.dev",
              "regions_additional": ["fra", "zzz"]
            }
          }
        }
        """)
    let elements = "/environments/staging/regions_additional"
    #expect(sample.pointers(of: "FC104") == ["\(elements)/1"])
    #expect(sample.pointers(of: "FC106") == ["\(elements)/0"])
    #expect(try sample.finding(of: "FC106").environment == .staging)
  }

  @Test func letsAnUnmanagedRegionBeAbsent() throws {
    let sample = try PatchedSample(
      deployment: #"{ "region_primary": null, "unmanaged": ["region"] }"#)
    #expect(sample.codes == [])
  }
}
