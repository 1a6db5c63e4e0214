import Testing

@testable import DeployModel

/// FC101 to FC103, FC121 and FC122: what an application is called and where it is reached.
struct DeploymentConfigurationNameRuleTests {
  // MARK: Data model: app_name, REQUIRED, alphanumeric+hyphens

  @Test(arguments: [
    "", "Harbour", "har bour", "har_bour", "harbour.", "-harbour", "harbour-", "hafen-gebäude",
    String(repeating: "a", count: 64),
  ])
  func appNameIsAlphanumericWithHyphens(name: String) throws {
    let sample = try PatchedSample(deployment: #"{ "app_name": "\#(name)" }"#)
    #expect(sample.codes == ["FC101"])
    #expect(sample.pointers(of: "FC101") == ["/app_name"])
  }

  @Test(arguments: ["a", "7", "a-b", "h4rb0ur", String(repeating: "a", count: 63)])
  func acceptsANameOfOneLabel(name: String) throws {
    let sample = try PatchedSample([
      .deployment: #"{ "app_name": "\#(name)", "domain": "\#(name).fly.dev" }"#,
      .certificate: #"{ "domain": "\#(name).fly.dev" }"#,
    ])
    #expect(sample.codes == [])
  }

  @Test func proposesTheNearestAppName() throws {
    let finding = try PatchedSample(deployment: #"{ "app_name": "Harbour" }"#)
      .finding(of: "FC101")
    #expect(
      finding.message == "the application name 'Harbour' has the character 'H', "
        + "expected lower-case letters, digits and hyphens")
    #expect(finding.help == "write 'harbour'")
    #expect(!finding.rule.isSuppressible)
  }

  // MARK: Data model: Domain must be valid FQDN format

  @Test(arguments: [
    "", "harbour", "https://harbour.fly.dev", "harbour.fly.dev:443", "harbour.fly.dev/",
    "harbour.fly.dev.", "har_bour.fly.dev", "-a.example.com", "a..com", "10.0.0.1",
    "example.123", "*.example.com", "bücher.example",
    String(repeating: "a", count: 64) + ".com",
  ])
  func domainMustBeValidFQDNFormat(domain: String) throws {
    let sample = try PatchedSample(deployment: #"{ "domain": "\#(domain)" }"#)
    #expect(sample.codes == ["FC102"])
    #expect(sample.pointers(of: "FC102") == ["/domain"])
  }

  @Test(arguments: ["example.com", "App.Example.COM", "xn--bcher-kva.example"])
  func acceptsADomainOfOnesOwn(domain: String) throws {
    let patch = #"{ "domain": "\#(domain)" }"#
    #expect(try PatchedSample([.deployment: patch, .certificate: patch]).codes == [])
  }

  @Test func saysWhatSurroundsTheDomain() throws {
    let finding = try PatchedSample(deployment: #"{ "domain": "https://harbour.fly.dev/" }"#)
      .finding(of: "FC102")
    #expect(
      finding.message == "the domain 'https://harbour.fly.dev/' has a scheme and a path, "
        + "expected a host name alone")
    #expect(finding.help == "write 'harbour.fly.dev'")
    #expect(!finding.rule.isSuppressible)
  }

  // MARK: Domains under fly.dev

  @Test(arguments: ["harbor.fly.dev", "www.harbour.fly.dev", "fly.dev", "HARBOR.fly.dev"])
  func refusesTheFlyDevDomainOfAnotherApp(domain: String) throws {
    let patch = #"{ "domain": "\#(domain)" }"#
    let finding = try PatchedSample([.deployment: patch, .certificate: patch])
      .finding(of: "FC103")
    #expect(
      finding.message
        == "the domain '\(domain.lowercased())' is not the one of the application 'harbour'")
    #expect(finding.help == "write 'harbour.fly.dev', or a domain of your own")
    #expect(finding.pointer == "/domain")
    #expect(!finding.rule.isSuppressible)
  }

  @Test(arguments: ["harbour.fly.dev", "Harbour.Fly.Dev", "notfly.dev", "fly.dev.example.com"])
  func acceptsTheFlyDevDomainOfTheAppItself(domain: String) throws {
    let sample = try PatchedSample(deployment: #"{ "domain": "\#(domain)" }"#)
    #expect(sample.pointers(of: "FC103") == [])
  }

  @Test(arguments: [
    #"{ "app_name": "Harbour", "domain": "harbor.fly.dev" }"#,
    #"{ "app_name": null, "domain": "harbor.fly.dev" }"#,
    #"{ "app_name": 7, "domain": "harbor.fly.dev" }"#,
    #"{ "domain": ["harbor.fly.dev"] }"#,
  ])
  func comparesNoDomainWithANameThatIsNone(patch: String) throws {
    #expect(try PatchedSample(deployment: patch).pointers(of: "FC103") == [])
  }

  @Test func findsTheDomainThatAnEnvironmentForgotToChange() throws {
    let sample = try PatchedSample(
      deployment: #"{ "environments": { "staging": { "app_name": "harbour-staging" } } }"#)
    #expect(sample.codes == ["FC103"])
    let finding = try sample.finding(of: "FC103")
    #expect(finding.environment == .staging)
    #expect(finding.pointer == "/domain")
    #expect(
      finding.help == "write 'harbour-staging.fly.dev' under 'environments.staging', "
        + "or a domain of your own")
  }

  // MARK: Data model: App name must be unique (offline: among the environments)

  @Test func appNameIsUniqueAmongTheEnvironments() throws {
    let sample = try PatchedSample(
      deployment: """
        { "environments": { "staging": { "scaling_max": 5 }, "development": { "scaling_max": 4 } } }
        """)
    let findings = sample.findings(of: "FC121")
    #expect(
      findings.map(\.message) == [
        "development has the application name of production, 'harbour'",
        "staging has the application name of production, 'harbour'",
      ])
    #expect(findings.map(\.environment) == [.development, .staging])
    #expect(
      findings.map(\.help) == [
        "give development an app_name under 'environments.development'",
        "give staging an app_name under 'environments.staging'",
      ])
    #expect(findings.map(\.pointer) == ["/app_name", "/app_name"])
    #expect(findings.allSatisfy { $0.rule.severity == .warning && $0.rule.isSuppressible })
  }

  @Test func comparesDevelopmentWithStagingToo() throws {
    let finding = try PatchedSample(
      deployment: """
        {
          "environments": {
            "staging": { "app_name": "harbour-test", "domain": "harbour-test.fly.dev" },
            "development": { "app_name": "harbour-test", "domain": "harbour-test.fly.dev" }
          }
        }
        """
    ).finding(of: "FC121")
    #expect(finding.message == "development has the application name of staging, 'harbour-test'")
    #expect(finding.pointer == "/environments/development/app_name")
  }

  @Test(arguments: [
    #"{ "environments": {} }"#,
    #"{ "environments": { "staging": {} } }"#,
    #"{ "environments": { "staging": { "app_name": "harbour" } } }"#,
    #"{ "environments": { "staging": { "auto_scaling": true } } }"#,
  ])
  func takesAnEnvironmentThatChangesNothingAsNotInUse(patch: String) throws {
    #expect(try PatchedSample(deployment: patch).codes == [])
  }

  @Test func findsADomainThatTwoApplicationsShare() throws {
    let domain = #""domain": "www.example.com""#
    let patch = """
      { \(domain), "environments": { "staging": { "app_name": "harbour-staging" } } }
      """
    let sample = try PatchedSample([.deployment: patch, .certificate: "{ \(domain) }"])
    #expect(sample.codes == ["FC122"])
    let finding = try sample.finding(of: "FC122")
    #expect(finding.message == "staging has the domain of production, 'www.example.com'")
    #expect(finding.help == "give staging a domain under 'environments.staging'")
    #expect(finding.environment == .staging)
    #expect(finding.rule.severity == .warning)
  }

  @Test func comparesSharedDomainsWithoutRegardToCase() throws {
    let finding = try PatchedSample(
      deployment: """
        {
          "domain": "www.example.com",
          "environments": {
            "staging": { "app_name": "harbour-staging", "domain": "WWW.example.com" }
          }
        }
        """
    ).finding(of: "FC122")
    #expect(finding.pointer == "/environments/staging/domain")
  }

  @Test func saysOfASharedApplicationOnlyThatItIsShared() throws {
    let domain = #""domain": "www.example.com""#
    let patch = #"{ \#(domain), "environments": { "staging": { "scaling_max": 5 } } }"#
    let sample = try PatchedSample([.deployment: patch, .certificate: "{ \(domain) }"])
    #expect(sample.codes == ["FC121"])
  }
}
