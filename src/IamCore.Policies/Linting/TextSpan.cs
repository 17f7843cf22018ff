namespace IamCore.Policies.Linting;

/// <summary>A half-open piece of a text (VA-012).</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">The character after the last.</param>
public readonly record struct TextSpan(TextPoint Start, TextPoint End);
