package import Documents

/// A project as it was read in one pass: its entities, and the text they came from.
public struct ProjectSnapshot: Sendable {
  public let project: Project
  package let documents: ProjectDocuments
  /// What the rendered files have besides.
  package let bases: BaseFiles
  /// What verifying the vault has found, where the vault was read too.
  package var vault: VaultFindings?

  package init(
    _ sources: [ProjectFile: SourceText], bases: [EnvironmentName: SourceText] = [:]
  ) {
    self.init(ProjectDocuments(sources), BaseFiles(bases))
  }

  /// Reads the entities of documents.
  init(_ documents: ProjectDocuments, _ bases: BaseFiles) {
    var documents = documents
    project = Project(&documents)
    self.documents = documents
    self.bases = bases
  }

  /// Reads one file by itself: rules that need others are left out.
  package init(alone file: ProjectFile, _ source: SourceText) {
    var documents = ProjectDocuments([file: source])
    var project = Project(&documents)
    project.forget(allBut: file)
    self.project = project
    self.documents = documents
    bases = BaseFiles()
  }

  /// Everything that rules find which need nothing but the project's files, in the order of files, lines, columns and codes.
  ///
  /// The vault is verified without any key; what has been changed in it by someone not entitled
  /// to it is found by the rules FC801 and following.
  ///
  /// - Parameter now: The moment for which dates are judged.
  public func validate(at now: Timestamp) -> [Finding] {
    validate(at: now, Rule.validated)
  }

  package func validate(at now: Timestamp, _ rules: [Rule]) -> [Finding] {
    let found = Validation(self, now, rules).findings()
    let inBases = findingsInBases(rules)
    guard !inBases.isEmpty else { return found }
    // In the order of the files' names.
    let index = found.firstIndex { Path.name(of: $0.place.file) > "fly.base" } ?? found.count
    return found[..<index] + inBases + found[index...]
  }

  /// The environments that some file has a patch for.
  package var patchedEnvironments: Set<EnvironmentName> {
    let patches = documents.documents.values.compactMap { document in
      document.roots?.production[FieldDescription.environments.key]
    }
    return Set(patches.flatMap(\.members).compactMap { EnvironmentName(rawValue: $0.key) })
  }

  /// Whether all of the project was read, and nothing in it was unreadable.
  var isSound: Bool { documents.isSound && project.isReadable }

  /// The text of each file that was read.
  var sourcesByFile: [ProjectFile: SourceText] { documents.documents.mapValues(\.source) }

  /// The texts that were read.
  package var sources: [SourceText] {
    documents.documents.values.map(\.source) + bases.sources
  }
}

extension Project {
  /// Whether every file was read or is absent.
  fileprivate var isReadable: Bool {
    deployment.value != nil && variables.value != nil && credentials.value != nil
      && healthChecks.value != nil && resources.value != nil && certificate.value != nil
      && deployments.value != nil
  }

  /// Makes what was not looked at unreadable, which is not the same as absent.
  fileprivate mutating func forget(allBut file: ProjectFile) {
    if file != .deployment { deployment = .unreadable }
    if file != .variables { variables = .unreadable }
    if file != .credentials { credentials = .unreadable }
    if file != .healthChecks { healthChecks = .unreadable }
    if file != .resources { resources = .unreadable }
    if file != .certificate { certificate = .unreadable }
    if file != .deployments { deployments = .unreadable }
  }
}
