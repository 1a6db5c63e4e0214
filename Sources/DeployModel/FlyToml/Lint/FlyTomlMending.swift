import Documents

/// Mends in a fly.toml what needs no decision, until nothing more can be mended.
///
/// Every text on the way is read again: fixes that are to change nothing for flyctl, and would,
/// are not made.
struct FlyTomlMending {
  /// The file with all fixes.
  private(set) var file: FlyTomlFile
  /// How many findings they mend.
  private(set) var count = 0

  /// One fix often brings the next to light; no file needs this many.
  private static let roundLimit = 100

  /// - Parameter find: What is to be mended in a file.
  init(_ file: FlyTomlFile, _ find: (FlyTomlFile) -> [Finding]) {
    self.file = file
    for _ in 0..<Self.roundLimit {
      let steps = find(self.file).filter { !$0.isSuppressed }
        .compactMap { $0.fix.flatMap(Step.init) }
      guard mend(steps.filter(\.keepsMeaning)) || mend(steps.filter { !$0.keepsMeaning }) else {
        return
      }
    }
  }

  /// One change, with what it promises.
  private struct Step {
    var fix: FlyTomlFix
    var path: FieldPath
    var keepsMeaning: Bool

    init?(_ fix: FindingFix) {
      guard case .flyToml(let fix, let path, let keepsMeaning) = fix.change else { return nil }
      self.fix = fix
      self.path = path
      self.keepsMeaning = keepsMeaning
    }
  }

  /// Makes all of the changes, or, where one of them cannot be made, some that can.
  ///
  /// - Returns: Whether any was made.
  private mutating func mend(_ steps: [Step]) -> Bool {
    if steps.isEmpty { return false }
    if let mended = mended(steps) {
      file = mended
      count += steps.count
      return true
    }
    guard steps.count > 1 else { return false }
    let half = steps.count / 2
    return mend(Array(steps[..<half])) || mend(Array(steps[half...]))
  }

  /// The file with some changes; nothing if they do not do what they should.
  private func mended(_ steps: [Step]) -> FlyTomlFile? {
    guard let configuration = file.configuration else { return nil }
    var editor = TOMLEditor(configuration.document)
    // A value that is set would bring back a key that has been removed.
    for step in steps where step.fix != .removal { step.fix.apply(at: step.path, to: &editor) }
    for step in steps where step.fix == .removal { step.fix.apply(at: step.path, to: &editor) }
    let text = editor.text
    let mended = FlyTomlFile(SourceText(name: file.source.name, text))
    guard text != file.source.text(of: file.source.span), let read = mended.configuration,
      read.document.root.isEqual(to: editor.root)
    else { return nil }
    let isSame = FlyMeaning(read).isSame(as: FlyMeaning(configuration))
    return isSame || !steps.allSatisfy(\.keepsMeaning) ? mended : nil
  }
}

extension FlyTomlFile {
  /// The file with what the rules find mended; nothing if nothing can be.
  package func mended(_ rules: FlyTomlRules) -> MendedFile? {
    mended(FlyTomlMending(self) { $0.validate(rules) })
  }

  /// The same of a file that is only a part.
  func mendedPart(_ rules: FlyTomlRules) -> MendedFile? {
    mended(FlyTomlMending(self) { $0.validatePart(rules, beside: []) })
  }

  private func mended(_ mending: FlyTomlMending) -> MendedFile? {
    guard mending.count > 0 else { return nil }
    let mended = mending.file.source
    return MendedFile(
      source, mended.text(of: mended.span), count: mending.count, isFlyToml: true)
  }
}
