namespace IamCore.Policies.Compilation;

/// <summary>A statement at the place in an index where one of its resource entries put it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Entry">The entry; null where the resource part has to be matched as a whole.</param>
/// <param name="Class">The class of its action list.</param>
internal readonly record struct Candidate(CompiledStatement Statement, ResourceEntry? Entry, int Class);
