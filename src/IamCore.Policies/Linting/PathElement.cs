namespace IamCore.Policies.Linting;

/// <summary>One step of AWS's path form.</summary>
/// <param name="Kind">What the step is.</param>
/// <param name="Text">The name of the member, for <see cref="PathElementKind.Key"/> and <see cref="PathElementKind.Value"/>; else empty.</param>
/// <param name="Index">The index from 0, or where a substring starts, in UTF-16 code units of the decoded string.</param>
/// <param name="Length">The length of a substring; else 0.</param>
public readonly record struct PathElement(PathElementKind Kind, string Text, int Index, int Length);
