import DeployModel

// `environ` is only read, and nothing here ever writes to it.
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Darwin
#endif

/// A program as the system takes it: a file, words and variables in bytes.
struct ProgramImage {
  let name: String
  let file: String
  private let words: [[UInt8]]
  private let environment: [[UInt8]]

  init(_ launch: Launch) {
    self.init(
      Self.typed(launch.words), file: launch.file,
      launch.environment.entries(inheriting: Self.inherited))
  }

  /// A program with the very variables that this one was started with.
  init(_ words: [String], file: String) {
    self.init(Self.typed(words), file: file, Self.inherited)
  }

  private init(_ words: [[UInt8]], file: String, _ environment: [[UInt8]]) {
    name = String(decoding: words.first ?? [], as: UTF8.self)
    self.file = file
    self.words = words
    self.environment = environment
  }

  /// This program again, in the part of the leader that starts that program.
  func led() -> ProgramImage {
    let leader = SessionLeader.words(for: file).map { Array($0.utf8) }
    return ProgramImage(leader + words, file: Self.ownFile, environment)
  }

  /// The file of this program, also when another has taken its name.
  private static var ownFile: String {
    #if canImport(Darwin)
      CommandLine.arguments[0]
    #else
      "/proc/self/exe"
    #endif
  }

  // MARK: Starting

  /// Lets the program take the place of this one, with no signal held back.
  ///
  /// - Returns: Why it could not.
  func replaceThisProgram() -> Failure {
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    return failure(start { execve($0, $1, $2) == 0 ? 0 : errno })
  }

  /// Starts the program beside this one, with no signal held back.
  ///
  /// Signals that are ignored stay ignored, as `nohup` wants it.
  ///
  /// - Parameters:
  ///   - descriptors: What it finds open, by the number that each is to have there.
  ///   - hasOwnGroup: Whether it is the first of a group of processes of its own.
  /// - Throws: `StartFailure`.
  func spawn(_ descriptors: [Int32: Int32], hasOwnGroup: Bool = false) throws(StartFailure) -> pid_t
  {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // In this order, none is overwritten that is still to be copied.
    for (number, descriptor) in descriptors.sorted(by: { $0.key < $1.key }) {
      posix_spawn_file_actions_adddup2(&actions, descriptor, number)
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | (hasOwnGroup ? POSIX_SPAWN_SETPGROUP : 0)))
    var child: pid_t = 0
    let code = start { posix_spawn(&child, $0, &actions, &attributes, $1, $2) }
    guard code == 0 else { throw StartFailure(code: code) }
    return child
  }

  /// Tries the file itself, and then, if it is a script that does not name its interpreter, the
  /// shell with it. Source: POSIX, `execvp`.
  private func start(_ body: (String, [CString], [CString]) -> Int32) -> Int32 {
    let environment = Self.strings(environment)
    let words = Self.strings(words)
    let shell = Self.strings([Array("sh".utf8), Array(file.utf8)] + self.words.dropFirst())
    defer { for string in environment + words + shell { free(string) } }
    let code = body(file, words, environment)
    return code == ENOEXEC ? body("/bin/sh", shell, environment) : code
  }

  private typealias CString = UnsafeMutablePointer<CChar>?

  /// The texts as C has them, with the nothing that ends their list.
  private static func strings(_ texts: [[UInt8]]) -> [CString] {
    texts.map { text in
      (text + [0]).withUnsafeBytes { bytes in
        bytes.baseAddress.flatMap { strdup($0.assumingMemoryBound(to: CChar.self)) }
      }
    } + [nil]
  }

  func failure(_ code: Int32) -> Failure { StartFailure(code: code).failure(name) }

  // MARK: What this program was started with

  private static var inherited: [[UInt8]] {
    #if canImport(Darwin)
      let first = _NSGetEnviron().pointee
    #else
      let first = environ
    #endif
    var entries: [[UInt8]] = []
    var place = first
    while let entry = place.pointee {
      entries.append(bytes(entry))
      place += 1
    }
    return entries
  }

  /// The words as they were typed, which need not be text.
  private static func typed(_ words: [String]) -> [[UInt8]] {
    let count = Int(CommandLine.argc)
    guard count > words.count else { return words.map { Array($0.utf8) } }
    return words.enumerated().map { index, word in
      let typed = CommandLine.unsafeArgv[count - words.count + index].map(bytes) ?? []
      return String(decoding: typed, as: UTF8.self) == word ? typed : Array(word.utf8)
    }
  }

  private static func bytes(_ string: UnsafeMutablePointer<CChar>) -> [UInt8] {
    let length = strlen(string)
    return string.withMemoryRebound(to: UInt8.self, capacity: length) {
      Array(UnsafeBufferPointer(start: $0, count: length))
    }
  }
}
