import DeployModel
import Foundation
import Synchronization
import Testing

@testable import flyconf

/// A command that is stopped, or fails, at any call to the file system leaves the old state or
/// the new one, and the next command says what it recovered.
@Suite(.serialized) struct InterruptedChangeTests {
  struct Operation: Sendable, CustomTestStringConvertible {
    var name: String
    var words: [String]
    var input = ""
    /// What `stripe` may be afterwards.
    var values: Set<String> = ["sk_old"]

    var testDescription: String { name }
  }

  static let operations = [
    Operation(
      name: "set", words: ["secrets", "set", "stripe"], input: "sk_new",
      values: ["sk_old", "sk_new"]),
    Operation(
      name: "rotate", words: ["secrets", "rotate", "stripe"], input: "sk_new",
      values: ["sk_old", "sk_new"]),
    Operation(name: "rotate-keys", words: ["vault", "rotate-keys"]),
    Operation(name: "members remove", words: ["vault", "members", "remove", "bob", "--yes"]),
  ]

  @Test(arguments: operations)
  func oldOrNewStateWhereOneCallFails(_ operation: Operation) throws {
    try tryEveryCall(of: operation, isDead: false)
  }

  @Test(arguments: operations)
  func oldOrNewStateWhereTheProgramStops(_ operation: Operation) throws {
    try tryEveryCall(of: operation, isDead: true)
  }

  // MARK: Parts

  /// - Parameter isDead: Whether every call after the first that fails does so too, as if the
  ///   program had been killed there.
  private func tryEveryCall(of operation: Operation, isDead: Bool) throws {
    let project = try CommandProject()
    defer { project.remove() }
    try project.join("bob", grants: "read_only:payment:production")
    let kept = try KeptProject(project)
    var call = 0
    while call < 2_000 {
      call += 1
      let fault = CountedFault(failing: call, isDead: isDead)
      let wasReached = try run(operation, with: fault, in: project)
      try check(operation, in: project, "\(operation.name), call \(call)")
      if !wasReached { break }
      try kept.restore()
    }
    #expect(call > 20)
  }

  private func run(
    _ operation: Operation, with fault: CountedFault, in project: CommandProject
  ) throws -> Bool {
    var files = FileSystem()
    files.fault = { _, _ in fault.next() }
    _ = Flyconf.run(
      operation.words, in: project.test.context(input: operation.input, files: files))
    return fault.wasReached
  }

  private func check(
    _ operation: Operation, in project: CommandProject, _ place: String
  ) throws {
    let hadLeftovers = try hasLeftovers(project)
    let before = project.test.errors.text.count
    let code = Flyconf.run(["vault", "verify"], in: project.test.context())
    let errors = project.test.errors.text.dropFirst(before)
    #expect(code == .fine, "\(place): \(errors)")
    #expect(!hadLeftovers || errors.contains("interrupted change"), "\(place): \(errors)")
    let isClean = try !hasLeftovers(project)
    #expect(isClean, "\(place)")
    let value = try project.reveal("stripe")
    #expect(operation.values.contains(value), "\(place)")
    #expect(try project.reveal("resend") == "re_old", "\(place)")
  }

  private func hasLeftovers(_ project: CommandProject) throws -> Bool {
    let folder = project.test.folder.appending(path: "flyconf").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).contains {
      $0.hasSuffix("~") || $0.hasSuffix(".journal")
    }
  }
}

/// A fault at one call, or at that one and all behind it.
final class CountedFault: Sendable {
  private let count = Mutex(0)
  private let failing: Int
  private let isDead: Bool

  init(failing: Int, isDead: Bool) {
    self.failing = failing
    self.isDead = isDead
  }

  var wasReached: Bool { count.withLock { $0 >= failing } }

  func next() -> Int32? {
    count.withLock { count in
      count += 1
      return count == failing || (isDead && count > failing) ? EIO : nil
    }
  }
}
