import Documents

/// The log of what one member has read in one working copy: lines that each name the one before,
/// and a signature under all that was appended at once.
package struct ReadLog: Sendable {
  package static let folderName = "reads"

  package let path: String
  private let files: FileSystem

  package init(path: String, _ files: FileSystem) {
    self.path = path
    self.files = files
  }

  /// The name of a member's log in a working copy.
  package static func name(of member: MemberName, clone: String) -> String {
    "\(member.text)-\(clone).jsonl"
  }

  /// The name of a working copy: eight digits of a hash of the machine's name and the folder.
  package static func clone(host: String, folder: String) -> String {
    String(SHA256.hash(Array("\(host)\u{0}\(folder)".utf8)).hex.prefix(8))
  }

  /// Signs records and puts them at the end of the log, synced.
  ///
  /// - Throws: `FileError` or `CryptographyError`; then nothing may be released.
  package func append(_ records: [ReadRecord], signedBy identity: Identity) throws {
    let lock = try lock()
    let present = try contents()
    let last = Self.lines(present).last
    try write(
      Self.chained(records, after: last, signedBy: identity), behind: present, under: lock)
  }

  /// Puts lines that are signed already at the end of the log, as they stand.
  package func append(lines: [String]) throws(FileError) {
    guard !lines.isEmpty else { return }
    let lock = try lock()
    let text = lines.map { $0 + "\n" }.joined()
    try write(Array(text.utf8), behind: contents(), under: lock)
  }

  private func lock() throws(FileError) -> FileLock {
    try FileLock.exclusive(path, files, mode: 0o600, whileWaiting: {})
  }

  // MARK: A file that somebody names

  /// Refuses a place among the files of a project, which records would spoil.
  ///
  /// Links in the path are followed, and folders are compared as the system knows them.
  package func checkPlace(in layout: ProjectLayout) throws(FileError) {
    let project = try files.status(of: files.resolved(layout.folder))
    let logs = try files.status(of: Path.join(layout.folder, Self.folderName))
    var folder = try files.resolved(Path.parent(of: path))
    while true {
      let status = try files.status(of: folder)
      if let status, let logs, status.isSameFile(as: logs) { return }
      if let status, let project, status.isSameFile(as: project) {
        throw FileError(
          "write", path, "it is among the files of the project",
          help: "name a file outside of '\(layout.folder)'")
      }
      let parent = Path.parent(of: folder)
      if parent == folder { return }
      folder = parent
    }
  }

  /// Whether a file begins as a log does; its only line may have been cut off.
  private static func isLog(_ bytes: [UInt8]) -> Bool {
    let start = ReadRecord.start.utf8
    return bytes.prefix(start.count).elementsEqual(start.prefix(bytes.count))
  }

  /// - Parameter present: What stands there.
  private func write(
    _ lines: [UInt8], behind present: [UInt8], under lock: borrowing FileLock
  ) throws(FileError) {
    guard Self.isLog(present) else {
      throw FileError(
        "write", path, "it is no log of reads, and is left as it is",
        help: "name a file that is not there yet, or a log of reads")
    }
    // A line that was cut off must not take the next one with it.
    let last = present.last
    let start: [UInt8] = [nil, UInt8(ascii: "\n")].contains(last) ? [] : [UInt8(ascii: "\n")]
    try files.append(start + lines, to: path, mode: 0o600)
  }

  /// The lines of records, each naming the one before; the last one is signed.
  ///
  /// - Returns: As many lines, each with its newline.
  package static func chained(
    _ records: [ReadRecord], after last: ArraySlice<UInt8>?, signedBy identity: Identity
  ) throws(CryptographyError) -> [UInt8] {
    // All but the hash of the line before, for which each waits.
    let openLines = ParallelWork.map(records) { $0.map(\.openLine) }.joined()
    var previous = last.map { SHA256.hash(Array($0)) }
    var lines: [UInt8] = []
    lines.reserveCapacity(records.count * 512)
    for (index, openLine) in openLines.enumerated() {
      let line =
        index == records.count - 1
        ? try records[index].line(after: previous, signedBy: identity)
        : Self.closed(openLine, after: previous)
      previous = SHA256.hash(line)
      lines += line
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }

  private static func closed(_ line: JSONLineWriter, after previous: Hash256?) -> [UInt8] {
    var line = line
    if let previous { line.add("previous", previous.hex) }
    return line.closed()
  }

  /// The lines of the log; none if there is no log.
  package func lines() throws(FileError) -> [String] {
    Self.lines(try contents()).map { String(decoding: $0, as: UTF8.self) }
  }

  private func contents() throws(FileError) -> [UInt8] {
    try files.plainContents(of: path, limit: SourceText.sizeLimit) ?? []
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"))
  }
}
