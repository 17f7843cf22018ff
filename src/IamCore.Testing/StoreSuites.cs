namespace IamCore.Testing;

/// <summary>Lists the suites for directory stores.</summary>
public static class StoreSuites
{
    /// <summary>All abstract suites of this assembly.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [typeof(StoreCommitSuite), typeof(StoreQuerySuite), typeof(StoreLoadSuite), typeof(StoreWatchSuite), typeof(StoreConcurrencySuite)];

    /// <summary>Finds the suites from which no test class derives.</summary>
    /// <param name="classNamePrefix">The prefix of the names of the test classes, for example the name of the store.</param>
    /// <param name="testClasses">The test classes.</param>
    /// <returns>The missing suites.</returns>
    public static IReadOnlyList<Type> MissingFor(string classNamePrefix, IEnumerable<Type> testClasses)
    {
        ArgumentNullException.ThrowIfNull(testClasses);
        var mine = testClasses.Where(t => !t.IsAbstract && t.Name.StartsWith(classNamePrefix, StringComparison.Ordinal)).ToList();
        return [.. All.Where(suite => !mine.Exists(suite.IsAssignableFrom))];
    }
}
