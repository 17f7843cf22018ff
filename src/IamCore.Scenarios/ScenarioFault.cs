using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>An error of a scenario.</summary>
/// <param name="Code">A code of a policy or request error (PL-200, PL-201), or <see cref="InvalidScenario"/> for an error of the scenario
/// itself.</param>
/// <param name="Message">What is wrong, in one sentence without a full stop.</param>
/// <param name="Path">The JSON path of the location, starting at the scenario (<c>$</c>) even if the file contains several
/// (VA-013).</param>
/// <param name="Line">The line in the file or input, from 1 (PL-019).</param>
/// <param name="Column">The column in the line, from 1, in UTF-16 code units (PL-019).</param>
public sealed record ScenarioFault(string Code, string Message, string Path, int Line, int Column)
{
    /// <summary>The code of a scenario that is not valid JSON, or has an unknown, duplicate, missing or mistyped member.</summary>
    public const string InvalidScenario = nameof(InvalidScenario);

    /// <summary>Returns the error as text.</summary>
    /// <returns>For example <c>InvalidEffect $.policies.identity[0].Statement[2].Effect (7,19): …</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Code} {Path} ({Line},{Column}): {Message}");

    /// <summary>Whether the text is the code of an error.</summary>
    internal static bool IsCode(string code) =>
        code == InvalidScenario || (IsName(code) && (Enum.TryParse<PolicyFaultCode>(code, out _) || Enum.TryParse<RequestFaultCode>(code, out _)));

    // Enum.TryParse takes numbers, lists and blanks as well.
    private static bool IsName(string code) => code.Length > 0 && !code.AsSpan().ContainsAnyExcept(NameLetters);

    private static System.Buffers.SearchValues<char> NameLetters { get; } =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
