import Documents

extension Project {
  /// How an environment's machines have their CPUs: as its `instance_type` says, and shared
  /// where there is no `resources.json`.
  ///
  /// - Throws: Where the type could not be read, or is none that is sold.
  package func cpuKind(in environment: EnvironmentName) throws -> CPUKind {
    guard let resources = try resources.get() else { return .shared }
    return try resources[environment].machineSize.cpuKind
  }
}

extension ResourceAllocation {
  /// The size that `instance_type` names.
  ///
  /// - Throws: Where the type could not be read, or is none that is sold.
  package var machineSize: MachineSize {
    get throws {
      let name = try instanceType.get()
      guard let size = MachineSize.named(name) else {
        throw MalformedValue("no machine size has the name \(Quoted(name))")
      }
      return size
    }
  }
}
