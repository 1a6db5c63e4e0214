import DeployModel
import Foundation

@testable import flyconf

/// A context whose folder, clock, ids and console are known, so that output is exact.
struct TestContext {
  /// A folder of the test's own, removed by `remove()`.
  let folder: URL
  let output = TextBuffer()
  let errors = TextBuffer()
  /// Both in the order of writing, as a person sees them.
  let screen = TextBuffer()

  /// The moment of every test: 2026-11-23T00:00:00Z.
  static let now = Timestamp(secondsSinceEpoch: 1_795_392_000)

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "flyconf-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func context(
    environment: [String: String] = [:], input: String = "", files: FileSystem = FileSystem()
  ) -> Context {
    let (output, errors, screen) = (output, errors, screen)
    let ids = Counter()
    return Context(
      folder: folder.path, environment: environment, files: files,
      console: Console(
        writeOut: {
          output.append($0)
          screen.append($0)
        },
        writeError: {
          errors.append($0)
          screen.append($0)
        },
        readInput: { _ in Array(input.utf8) }, isOutTerminal: false, allowsColor: false),
      clock: { Self.now }, stopwatch: { .zero }, makeID: { ids.next() })
  }

  /// Runs the tool in the folder and returns its exit code.
  @discardableResult
  func run(
    _ words: String..., environment: [String: String] = [:], input: String = "",
    files: FileSystem = FileSystem()
  ) -> ExitCode {
    Flyconf.run(words, in: context(environment: environment, input: input, files: files))
  }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Copies a folder of the repository into the test's folder.
  func copy(_ path: String) throws {
    let target = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Repository.folder.appending(path: path), to: target)
  }
}

/// Ids that are the same in every run.
private final class Counter: Sendable {
  private let text = TextBuffer()

  func next() -> UUID {
    text.append("+")
    let number = String(text.text.utf8.count)
    let digits = String(repeating: "0", count: 12 - number.count) + number
    return UUID(uuidString: "00000000-0000-4000-8000-\(digits)") ?? UUID()
  }
}

/// The repository that the tests stand in.
enum Repository {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The paths of the files below a folder, from the repository's folder.
  static func files(in path: String, ending: String) throws -> [String] {
    let root = folder.appending(path: path).path
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { $0.hasSuffix(ending) && !$0.contains(".build") }
      .map { "\(path)/\($0)" }.sorted()
  }
}
