namespace IamCore.Testing;

/// <summary>The suites there are.</summary>
public static class StoreSuites
{
    /// <summary>Every abstract suite of this assembly.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [typeof(StoreCommitSuite), typeof(StoreQuerySuite), typeof(StoreLoadSuite), typeof(StoreWatchSuite), typeof(StoreConcurrencySuite)];

    /// <summary>The suites that no class derives of those whose name begins with the given text, for example the store's name.</summary>
    public static IReadOnlyList<Type> MissingFor(string classNamePrefix, IEnumerable<Type> testClasses)
    {
        ArgumentNullException.ThrowIfNull(testClasses);
        var mine = testClasses.Where(t => !t.IsAbstract && t.Name.StartsWith(classNamePrefix, StringComparison.Ordinal)).ToList();
        return [.. All.Where(suite => !mine.Exists(suite.IsAssignableFrom))];
    }
}
