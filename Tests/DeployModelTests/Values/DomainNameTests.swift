import Testing

@testable import DeployModel

struct DomainNameTests {
  private static let longest = [63, 63, 63, 61].map { String(repeating: "a", count: $0) }
    .joined(separator: ".")

  @Test(arguments: [
    "example.com", "ezedit.fly.dev", "a-b.1c.io", "3com.com", "xn--bcher-kva.example",
    "a.b", DomainNameTests.longest,
  ])
  func readsAFullyQualifiedName(text: String) throws {
    #expect(try DomainName(text).text == text)
  }

  @Test func comparesNamesWithoutRegardToCase() throws {
    #expect(try DomainName("App.Example.COM") == DomainName("app.example.com"))
  }

  @Test(arguments: [
    ("example.com.", "a trailing dot", "example.com"),
    ("https://example.com", "a scheme", "example.com"),
    ("example.com:443", "a port", "example.com"),
    ("example.com/login", "a path", "example.com"),
    ("https://example.com:8080/x?y", "a scheme, a path and a port", "example.com"),
    (" example.com\n", "white space around it", "example.com"),
  ])
  func answersWhatIsAroundANameWithTheName(text: String, surplus: String, name: String) {
    let fault = malformation(of: text, as: DomainName.init)
    #expect(fault?.reason.contains(" has \(surplus), expected a host name alone") == true)
    #expect(fault?.help == "write '\(name)'")
  }

  @Test func neverShowsThePasswordOfAnAddress() {
    let fault = malformation(of: "https://me:hunter22@example.com", as: DomainName.init)
    #expect(fault?.reason == "the domain has a user name and '@', expected a host name alone")
  }

  @Test(arguments: [
    ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
    ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
  ])
  func answersUnicodeWithItsPunycodeForm(text: String, ascii: String) {
    #expect(
      malformation(of: text, as: DomainName.init)?.help == "write its punycode form '\(ascii)'")
  }

  @Test func proposesNoPunycodeForLettersThatAreNotComposed() {
    let help = malformation(of: "bu\u{308}cher.example", as: DomainName.init)?.help
    #expect(help == "write the domain in its punycode form (xn--…)")
  }

  @Test(arguments: [
    ("localhost", "the domain 'localhost' is one label, expected two or more"),
    ("10.0.0.1", "'10.0.0.1' is an IP address, expected a domain name such as 'app.example.com'"),
    (
      "example.123",
      "the domain 'example.123' ends in the number '123', expected a top-level domain"
    ),
    (
      "my_app.example.com",
      "the domain 'my_app.example.com' has an underscore in 'my_app', "
        + "expected letters, digits and hyphens"
    ),
    (
      "-a.example.com",
      "the domain '-a.example.com' has a hyphen at an end of '-a', expected a letter or a digit"
    ),
    (
      "a..com",
      "the domain 'a..com' has two dots in a row or a dot in front, expected labels between dots"
    ),
    ("", "the domain is empty"),
  ])
  func saysWhatIsWrongWithAName(text: String, reason: String) {
    #expect(malformation(of: text, as: DomainName.init)?.reason == reason)
  }

  @Test func refusesALabelAndANameThatAreTooLong() {
    let label = String(repeating: "a", count: 64) + ".com"
    #expect(
      malformation(of: label, as: DomainName.init)?.reason
        .hasSuffix("a label of 64 characters, at most 63 fit") == true)
    #expect(
      malformation(of: Self.longest + "b", as: DomainName.init)?.reason
        == "the domain has 254 characters, at most 253 fit")
  }

  @Test func readsAWildcardOnlyWhereOneIsAllowed() throws {
    #expect(try DomainName("*.example.com", allowingWildcard: true).isWildcard)
    #expect(
      malformation(of: "*.example.com", as: DomainName.init)?.reason
        == "the domain '*.example.com' is a wildcard, expected one host name")
  }

  @Test(arguments: ["*", "*.com", "a.*.com", "*a.example.com", "*.*.example.com"])
  func refusesAWildcardThatIsNotTheWholeFirstLabel(text: String) {
    let fault = malformation(of: text) { text throws(MalformedValue) in
      try DomainName(text, allowingWildcard: true)
    }
    #expect(fault?.help == "a wildcard is written '*.example.com'")
  }

  @Test(arguments: [
    ("*.example.com", "a.example.com", true), ("*.example.com", "A.Example.com", true),
    ("*.example.com", "example.com", false), ("*.example.com", "a.b.example.com", false),
    ("*.example.com", "*.example.com", true), ("example.com", "example.com", true),
    ("example.com", "a.example.com", false), ("a.example.com", "*.example.com", false),
    ("*.a.example.com", "*.example.com", false),
  ])
  func letsAWildcardStandForExactlyOneLabel(name: String, other: String, covers: Bool) throws {
    let name = try DomainName(name, allowingWildcard: true)
    #expect(try name.covers(DomainName(other, allowingWildcard: true)) == covers)
  }

  @Test(arguments: [
    ("ezedit.fly.dev", true), ("A.FLY.DEV", true), ("fly.dev", false), ("notfly.dev", false),
    ("a.fly.dev.com", false),
  ])
  func knowsTheNamesUnderFlyDev(text: String, isUnder: Bool) throws {
    #expect(try DomainName(text).isUnderFlyDev == isUnder)
  }
}
