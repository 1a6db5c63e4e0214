import Documents

/// Reads the files of a project and writes them back.
public struct ProjectStore: Sendable {
  package let layout: ProjectLayout
  private let files: FileSystem

  package init(_ layout: ProjectLayout, _ files: FileSystem) {
    self.layout = layout
    self.files = files
  }

  /// Finds the project in a folder: the folder itself, or `flyconf` in it, holds
  /// `deployment.json`.
  ///
  /// - Throws: `FileError` if there is none, or if the folder cannot be read.
  public init(folder: String) throws(FileError) {
    let files = FileSystem()
    guard let layout = try ProjectLayout.at(files.absolute(folder), files) else {
      throw FileError(
        "open the project in", folder, "it has no deployment.json", help: "run `flyconf init`")
    }
    self.init(layout, files)
  }

  /// Reads every file of the project in one pass, and verifies its vault without any key.
  ///
  /// - Throws: `FileError` if a file is there and cannot be read; what is wrong inside files are
  ///   findings.
  public func open() throws(FileError) -> ProjectSnapshot {
    try open { $0 }
  }

  /// Reads every file of the project under its lock, and verifies its vault.
  ///
  /// - Parameter name: How a path is shown in findings.
  package func open(
    naming name: @escaping @Sendable (String) -> String
  ) throws(FileError) -> ProjectSnapshot {
    try LockedProject.open(
      layout, files, LockedProject.Request(.reading, hasVault: true, naming: name)
    ).verifiedSnapshot(naming: name)
  }

  /// The documents of a project whose entities are yet to be read.
  struct ReadFiles: Sendable {
    fileprivate let documents: ProjectDocuments
    fileprivate let bases: BaseFiles

    var snapshot: ProjectSnapshot { ProjectSnapshot(documents, bases) }
  }

  /// Reads every file of the project, whose lock the caller holds.
  func read(naming name: (String) -> String) throws(FileError) -> ReadFiles {
    var sources: [ProjectFile: SourceText] = [:]
    for file in ProjectFile.all {
      let path = layout.path(of: file)
      if let bytes = try files.contents(of: path, limit: SourceText.sizeLimit) {
        sources[file] = SourceText(name: name(path), bytes: bytes)
      }
    }
    guard sources[.deployment] != nil else {
      throw FileError(
        "read", name(layout.path(of: .deployment)), "the file is gone",
        help: "has another program moved it? try again")
    }
    return ReadFiles(
      documents: ProjectDocuments(sources), bases: BaseFiles(try readBases(naming: name)))
  }

  private func readBases(
    naming name: (String) -> String
  ) throws(FileError) -> [EnvironmentName: SourceText] {
    var sources: [EnvironmentName: SourceText] = [:]
    for environment in EnvironmentName.allCases {
      let path = Path.join(layout.folder, BaseFiles.name(for: environment))
      // What is no JSON is quoted in findings as it stands there.
      if OutsideLink.isFound(at: path, files) {
        throw FileError(
          "read", name(path), "it is \(OutsideLink.description)", help: OutsideLink.help)
      }
      if let bytes = try files.contents(of: path, limit: SourceText.sizeLimit) {
        sources[environment] = SourceText(name: name(path), bytes: bytes)
      }
    }
    return sources
  }

  /// Writes a file of the project if its bytes are not there already.
  ///
  /// - Parameter read: What was read of the file: if something else stands there by now, somebody
  ///   has saved it in the meantime, and it is left alone.
  /// - Returns: Whether anything was written.
  /// - Throws: `FileError` if the file cannot be written or has changed.
  package func write(
    _ text: String, to file: ProjectFile, replacing read: [UInt8]?
  ) throws(FileError) -> Bool {
    let path = layout.path(of: file)
    let bytes = Array(text.utf8)
    let present = try files.contents(of: path, limit: SourceText.sizeLimit)
    if present == bytes { return false }
    guard present == read else {
      throw FileError(
        "write", path, "it has changed since it was read", help: "run the command again")
    }
    try files.replace(path, with: bytes)
    return true
  }
}
