import DeployModel
import Foundation
import Synchronization

@testable import flyconf

/// A context whose folder, clock, ids and console are known, so that output is exact.
struct TestContext {
  /// What `remove()` removes: all that the test can see.
  private let root: URL
  /// The folder that the tool is started in.
  let folder: URL
  /// The user's home, with the folders in which the tool keeps what belongs to no project.
  let home: URL
  let output = TextBuffer()
  let errors = TextBuffer()
  /// Both in the order of writing, as a person sees them.
  let screen = TextBuffer()

  private let ids = Counter()

  /// The moment of every test: 2026-11-23T00:00:00Z.
  static let now = Timestamp(secondsSinceEpoch: 1_795_392_000)

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "flyconf-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    folder = root.appending(path: "harbour")
    home = root.appending(path: "home")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  /// The variables of every run, unless the run sets them otherwise.
  private var environment: [String: String] {
    [
      "XDG_CONFIG_HOME": home.appending(path: ".config").path,
      "XDG_STATE_HOME": home.appending(path: ".local/state").path,
    ]
  }

  /// - Parameters:
  ///   - answers: What a person types at the terminal; without them there is no terminal.
  ///   - descriptors: What stands in files that the tool was started with open.
  ///   - daysLater: How many days after `now` the clock stands.
  ///   - watchInterruptions: By default no signal is looked for, since it would reach all tests.
  func context(
    environment: [String: String] = [:], input: String = "", answers: TypedAnswers? = nil,
    descriptors: [Int32: String] = [:], files: FileSystem = FileSystem(), daysLater: Int64 = 0,
    isOutTerminal: Bool = false,
    watchInterruptions: @escaping @Sendable () -> InterruptionWatch = {
      InterruptionWatch(signal: { nil }, end: {})
    }
  ) -> Context {
    let (output, errors, screen) = (output, errors, screen)
    let ids = ids
    return Context(
      folder: folder.path, environment: self.environment.merging(environment) { $1 },
      files: files,
      console: Console(
        writeOut: {
          output.append($0)
          screen.append($0)
        },
        writeError: {
          errors.append($0)
          screen.append($0)
        },
        writeRecord: {
          errors.append($0)
          screen.append($0)
        },
        readInput: { _ in Array(input.utf8) },
        readAnswer: { question, isSecret in
          let answer = answers?.next()
          errors.append(question)
          screen.append(question + (isSecret ? "" : answer ?? "") + "\n")
          return answer.map { Array($0.utf8) }
        },
        readDescriptor: { descriptor, _ in
          guard let text = descriptors[descriptor.number] else {
            throw FileError("read", "file descriptor \(descriptor.number)", "it is not open")
          }
          return Array(text.utf8)
        },
        isInputTerminal: answers != nil, isOutTerminal: isOutTerminal, allowsColor: false),
      clock: { Self.now.adding(seconds: daysLater * 86_400) }, stopwatch: { .zero },
      makeID: { ids.next() }, user: UInt32(geteuid()),
      execute: { launch in
        try Self.execute(launch) {
          output.append($0)
          screen.append($0)
        }
      },
      watchInterruptions: watchInterruptions)
  }

  /// Runs the tool in the folder and returns its exit code.
  @discardableResult
  func run(
    _ words: String..., environment: [String: String] = [:], input: String = "",
    answers: [String]? = nil, descriptors: [Int32: String] = [:],
    files: FileSystem = FileSystem(), daysLater: Int64 = 0
  ) -> ExitCode {
    let context = context(
      environment: environment, input: input, answers: answers.map { TypedAnswers($0) },
      descriptors: descriptors, files: files, daysLater: daysLater)
    return Flyconf.run(words, in: context)
  }

  /// Runs a program as a command does, with its output masked, and nothing of this process's own.
  private static func execute(
    _ launch: Launch, _ print: (String) -> Void
  ) throws -> ProgramEnd {
    var environment: [String: String] = [:]
    for entry in launch.environment.entries(inheriting: [Array("HOME=/home/you".utf8)]) {
      let parts = String(decoding: entry, as: UTF8.self).split(separator: "=", maxSplits: 1)
      environment[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
    }
    let result = try ChildProcess.run(
      launch.file, Array(launch.words.dropFirst()), environment: environment)
    for text in [result.output, result.errors] {
      var (mask, masked) = (OutputMask(launch.patterns), [UInt8]())
      text.withUnsafeBytes { mask.mask($0, into: &masked) }
      mask.finish(into: &masked)
      print(String(decoding: masked, as: UTF8.self))
    }
    return .exited(result.status)
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

/// What a person types at the terminal, one line for each question.
final class TypedAnswers: Sendable {
  private let lines: Mutex<[String]>

  init(_ lines: [String] = []) { self.lines = Mutex(lines) }

  var isEmpty: Bool { lines.withLock(\.isEmpty) }

  func append(_ line: String) { lines.withLock { $0.append(line) } }

  /// The next line; nothing where the person ends the input.
  func next() -> String? { lines.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
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
