namespace IamCore.Policies.Compilation;

/// <summary>A statement at the place in an index where one of its resource entries put it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Entry">Index of the entry, or <see cref="WholePart"/>, or <see cref="Everything"/>.</param>
/// <param name="Class">The class of its action list.</param>
internal readonly record struct Candidate(CompiledStatement Statement, int Entry, int Class)
{
    /// <summary>The resource part has to be matched as a whole.</summary>
    public const int WholePart = -1;

    /// <summary>Every resource matches.</summary>
    public const int Everything = -2;

    /// <summary>What the resource field must begin with.</summary>
    public ReadOnlySpan<char> Prefix => Statement.Resources[Entry].Prefix;
}
