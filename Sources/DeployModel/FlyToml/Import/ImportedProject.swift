import Documents

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// A project into which fly.toml files are taken, one environment after another.
///
/// Each is compared with what the ones before have made of the project, so that several can be
/// taken over in one change of its files.
package struct ImportedProject {
  /// The texts that change, by their files' names.
  package private(set) var texts: [(name: String, text: String)] = []

  private var snapshot: ProjectSnapshot
  private let time: Timestamp
  private let makeID: () -> UUID

  /// - Parameters:
  ///   - snapshot: The project as it is; nothing where it is yet to be made.
  ///   - time: The moment that new entries bear.
  package init(
    _ snapshot: ProjectSnapshot?, at time: Timestamp, makeID: @escaping () -> UUID
  ) {
    self.snapshot = snapshot ?? ProjectSnapshot([:])
    self.time = time
    self.makeID = makeID
  }

  /// Takes what a file says of an environment.
  ///
  /// - Parameter source: The name of the file, for descriptions.
  package mutating func take(
    _ imported: FlyImport, for environment: EnvironmentName, from source: String
  ) {
    let changed = ImportedFiles(
      into: snapshot, environment, from: source, at: time, makeID: makeID
    ).texts(of: imported)
    for (name, text) in changed {
      if let index = texts.firstIndex(where: { $0.name == name }) {
        texts[index].text = text
      } else {
        texts.append((name, text))
      }
    }
    snapshot = snapshot.replacing(changed)
  }

  /// The name of the file that holds what the entities cannot say of an environment: one has a
  /// file of its own only if its rest is not production's.
  package func baseName(for environment: EnvironmentName) -> String {
    BaseFiles.name(for: snapshot.bases.files[environment] == nil ? .production : environment)
  }

  /// Variables of an environment that are not plain: no fly.toml can say their values.
  package func secretNames(in environment: EnvironmentName) -> Set<String> {
    let secret = (snapshot.project.variables.value ?? []).filter { variable in
      guard variable.environment.value == environment else { return false }
      if case .plain? = variable.encryptedValue.value { return false }
      return true
    }
    return Set(secret.compactMap(\.key.value))
  }
}

extension ProjectSnapshot {
  /// The project as it is once some of its files have these texts.
  fileprivate func replacing(_ texts: [(name: String, text: String)]) -> ProjectSnapshot {
    var sources = sourcesByFile
    var bases = bases.files.mapValues(\.source)
    for (name, text) in texts {
      let source = SourceText(name: name, text)
      if let file = ProjectFile.all.first(where: { $0.name == name }) { sources[file] = source }
      let environment = EnvironmentName.allCases.first { BaseFiles.name(for: $0) == name }
      if let environment { bases[environment] = source }
    }
    return ProjectSnapshot(sources, bases: bases)
  }
}
