namespace IamCore.Tests.Isolation;

/// <summary>
/// Tests that measure memory or time, one after another and after all others: the process has one heap, and what a neighbour compiles defers the optimized
/// code for which tests of allocations wait.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
