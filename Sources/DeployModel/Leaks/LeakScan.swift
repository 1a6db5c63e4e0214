package import Documents

/// A search for secrets that stand in the open: in the files that git tracks, in what is about to
/// be committed, in a folder without git, or in a text.
///
/// Files are read in blocks, several at a time; nothing of them is kept. Links are not followed,
/// and submodules are repositories of their own.
package struct LeakScan: Sendable {
  package private(set) var leaks: [Leak] = []
  /// What is wrong with the comments by which leaks are left out.
  package private(set) var remarks: [LeakRemark] = []
  /// How many files were looked at.
  package private(set) var fileCount = 0

  private let files: FileSystem
  private let values: KnownValues

  /// How many files one thread takes at a time.
  private static let partSize = 32

  /// - Parameter values: What is searched for by content besides.
  package init(_ files: FileSystem = FileSystem(), knowing values: KnownValues = KnownValues()) {
    self.files = files
    self.values = values
  }

  // MARK: What is scanned

  /// Looks at a text.
  ///
  /// The source's name is that of its file, which tells what to expect in it.
  package mutating func scan(_ source: SourceText) {
    var stream = LeakStream(ScannedFile(path: source.name), values)
    source.bytes.withUnsafeBytes { stream.append($0) }
    fileCount += 1
    add(stream.finish(), stream.remarks)
  }

  /// Looks at tracked files as they lie in the work tree, and at what is about to be committed and
  /// lies there otherwise.
  package mutating func scan(
    _ tracked: TrackedFiles, staged: TrackedFiles, in repository: GitRepository
  ) throws(GitError) {
    scan(tracked.files.map(\.path), in: repository.workTree)
    add(tracked.unreadable.map(Leak.unnamed))
    let seen = Set(leaks.map(\.identity))
    let seenRemarks = Set(remarks.map(\.identity))
    let found = try scanned(staged, of: repository)
    add(
      found.leaks.filter { !seen.contains($0.identity) },
      found.remarks.filter { !seenRemarks.contains($0.identity) })
    try Self.requireAll(found.missing)
  }

  /// Looks at what is about to be committed, as the index has it.
  ///
  /// - Throws: `GitError` if git lacks something of it; what it has was looked at by then.
  package mutating func scan(
    staged: TrackedFiles, in repository: GitRepository
  ) throws(GitError) {
    let found = try scanned(staged, of: repository)
    fileCount += staged.files.count - found.missing.count
    add(found.leaks, found.remarks)
    try Self.requireAll(found.missing)
  }

  /// Looks at all files below a folder but what version control and package managers keep there.
  package mutating func scan(folder: String) {
    let listing = FolderWalk(folder, files)
    scan(listing.paths, in: folder)
    add(listing.errors.map { .unread($0.path, $0.error.reason) })
  }

  // MARK: Parts

  private func scanned(
    _ staged: TrackedFiles, of repository: GitRepository
  ) throws(GitError) -> (leaks: [Leak], remarks: [LeakRemark], missing: [String]) {
    var streams = StagedStreams(staged.files.map(\.path), values)
    try repository.readBlobs(staged.files.map(\.blob)) { part in streams.take(part) }
    let unread = staged.unreadable.map(Leak.unnamed)
    return (streams.leaks + unread, streams.remarks, streams.missing)
  }

  /// What git has listed and then does not have says that the repository is damaged.
  private static func requireAll(_ missing: [String]) throws(GitError) {
    guard let first = missing.first else { return }
    let others = missing.count == 1 ? "" : " and of \(missing.count - 1) more"
    throw .failed(
      action: "read what is staged",
      reason: "it does not have the contents of '\(first)'\(others); `git fsck` tells more")
  }

  private mutating func scan(_ paths: [String], in folder: String) {
    let (files, values) = (files, values)
    let parts = ParallelWork.map(paths, inPartsOf: Self.partSize) { part in
      part.reduce(into: (leaks: [Leak](), remarks: [LeakRemark](), count: 0)) { result, path in
        var stream = LeakStream(ScannedFile(path: path), values)
        do throws(FileError) {
          let isThere = try files.readBlocks(of: Path.join(folder, path)) { stream.append($0) }
          result.leaks += stream.finish()
          result.remarks += stream.remarks
          if isThere { result.count += 1 }
        } catch {
          result.leaks.append(.unread(path, error.reason))
        }
      }
    }
    fileCount += parts.reduce(0) { $0 + $1.count }
    add(parts.flatMap(\.leaks), parts.flatMap(\.remarks))
  }

  private mutating func add(_ found: [Leak], _ remarked: [LeakRemark] = []) {
    if !found.isEmpty { leaks = (leaks + found).sorted(by: Leak.isBefore) }
    if !remarked.isEmpty { remarks = (remarks + remarked).sorted(by: LeakRemark.isBefore) }
  }
}
