import DeployModel
import Foundation
import Testing

@testable import flyconf

/// A project that commands have made, with what its people do.
struct CommandProject {
  let test: TestContext

  /// A project that `anna` has founded, with two credentials.
  init() throws {
    test = try TestContext()
    try run("init", "--app", "harbour", "--name", "anna", "--template", "web")
    try set("stripe", "sk_old")
    try set("resend", "re_old", category: "email")
  }

  func remove() { test.remove() }

  /// Runs a command as `anna`, or as someone else, and expects it to succeed.
  @discardableResult
  func run(
    _ words: String..., as name: String = "anna", input: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let before = test.output.text.count
    let errorsBefore = test.errors.text.count
    let context = test.context(environment: environment(of: name), input: input)
    let code = Flyconf.run(words, in: context)
    let errors = String(test.errors.text.dropFirst(errorsBefore))
    #expect(code == .fine, "\(words): \(errors)", sourceLocation: sourceLocation)
    return String(test.output.text.dropFirst(before))
  }

  /// The variables by which the tool knows a person: each has a folder of keys of their own.
  func environment(of name: String) -> [String: String] {
    if name == "anna" { return [:] }
    return ["XDG_CONFIG_HOME": test.home.appending(path: name).path]
  }

  func set(
    _ service: String, _ value: String, category: String = "payment",
    environment: String = "production", as name: String = "anna"
  ) throws {
    try run(
      "secrets", "set", service, "--category", category, "--env", environment, "--purpose",
      "Charges customers", "--usage", "Read by the billing worker", as: name, input: value)
  }

  func reveal(
    _ service: String, environment: String = "production", as name: String = "anna"
  ) throws -> String {
    try run("secrets", "show", service, "--env", environment, "--reveal", as: name)
  }

  /// Makes a request to join and lets its author in.
  func join(_ name: String, grants: String...) throws {
    let request = try run("vault", "join", name, as: name)
    try add(name, request, grants)
  }

  private func add(_ name: String, _ request: String, _ grants: [String]) throws {
    let line = request.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    let fingerprint = try fingerprint(of: name)
    var words = ["vault", "members", "add", name, line, "--fingerprint", fingerprint]
    for grant in grants { words += ["--grant", grant] }
    let code = Flyconf.run(words, in: test.context())
    #expect(code == .fine, "\(test.errors.text)")
  }

  /// The fingerprint that a person reads out.
  func fingerprint(of name: String) throws -> String {
    let text = try run("identity", "show", "--format", "json", as: name)
    let match = try #require(text.firstMatch(of: /"fingerprint": "([a-z0-9-]+)"/))
    return String(match.1)
  }
}
