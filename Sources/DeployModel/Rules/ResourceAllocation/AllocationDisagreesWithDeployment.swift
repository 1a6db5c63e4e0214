import Documents

extension Rule {
  static let allocationDisagreesWithDeployment = Rule(
    "FC604", "allocation-disagrees-with-deployment", .error,
    "The allocation has the CPUs, memory and storage of the deployment in each environment",
    rationale: """
      Both files describe the same machines: deployment.json is what is rendered, and the \
      allocation is what cost and scaling are reckoned from. Where they differ, one of them is \
      about a machine that does not exist.
      """,
    reference: "data model, Relationships: "
      + "DeploymentConfiguration has one ResourceAllocation",
    example: .fields(
      .resources, at: "storage_gb",
      wrong: #"{ "storage_gb": 20 }"#, right: #"{ "storage_gb": 10 }"#,
      with: [.deployment: #"{ "resource_storage": "10GB" }"#]),
    .resources { allocation, report in
      guard let deployment = try report.project.deployment.get()?[report.environment]
      else { return }
      let unmanaged = try deployment.unmanaged.get() ?? []
      if !unmanaged.contains(.virtualMachine) {
        try? report.compareCPUs(allocation, deployment)
        try? report.compareMemory(allocation, deployment)
      }
      if !unmanaged.contains(.mounts) { try? report.compareStorage(allocation, deployment) }
    })
}

/// A number that another rule refuses is not compared: mending it may well end the disagreement.
extension Report<ResourceAllocation> {
  fileprivate mutating func compareCPUs(
    _ allocation: ResourceAllocation, _ deployment: DeploymentConfiguration
  ) throws {
    let cores = try allocation.cpuCores.get()
    let cpus = try deployment.resourceCPU.get()
    let size = try? allocation.machineSize
    guard cores != cpus, size.map({ $0.cpus == cores }) ?? true,
      DeploymentConfiguration.cpuLimits.contains(cpus),
      size.map({ $0.cpuKind.allowedCPUs.contains(cpus) }) ?? true
    else { return }
    add(
      \.cpuCores, "cpu_cores \(cores) differs from resource_cpu \(cpus) in deployment.json",
      help: help(here: "\(cpus)", there: "\(cores)"))
  }

  fileprivate mutating func compareMemory(
    _ allocation: ResourceAllocation, _ deployment: DeploymentConfiguration
  ) throws {
    let megabytes = try allocation.memoryMB.get()
    let memory = try MemorySize(try deployment.resourceMemory.get())
    let size = try? allocation.machineSize
    let deployed = deployment.resourceCPU.value.flatMap { size?.cpuKind.memoryRange(cpus: $0) }
    guard megabytes != memory.megabytes, size?.memoryRange.contains(megabytes) ?? true,
      deployed?.contains(memory.megabytes) ?? true
    else { return }
    add(
      \.memoryMB,
      "memory_mb \(megabytes) differs from resource_memory '\(memory)' in deployment.json",
      help: help(here: "\(memory.megabytes)", there: "'\(megabytes.asMemorySize)'"))
  }

  fileprivate mutating func compareStorage(
    _ allocation: ResourceAllocation, _ deployment: DeploymentConfiguration
  ) throws {
    let gigabytes = try allocation.storageGB.get()
    let storage = try StorageSize(try deployment.resourceStorage.get())
    let limits = PlatformLimits.volumeGigabytes.value
    guard gigabytes != storage.gigabytes, limits.contains(gigabytes),
      limits.contains(storage.gigabytes)
    else { return }
    add(
      \.storageGB,
      "storage_gb \(gigabytes) differs from resource_storage '\(storage)' in deployment.json",
      help: help(here: "\(storage.gigabytes)", there: "'\(gigabytes)GB'"))
  }

  private func help(here: String, there: String) -> String {
    "write \(here) here or \(there) there\(placeToWrite)"
  }
}
