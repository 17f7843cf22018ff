using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>One error of a scenario: what, where, and what was expected.</summary>
/// <param name="Code">A code of PL-200 or PL-201, or <see cref="InvalidScenario"/> where the scenario itself is at fault.</param>
/// <param name="Message">One sentence without a full stop, in the words of the file.</param>
/// <param name="Path">JSON path of the place, starting at the scenario (<c>$</c>), also where the file holds several (VA-013).</param>
/// <param name="Line">Line in the file, or in the input where scenarios stand one a line; from 1 (PL-019).</param>
/// <param name="Column">Column of that line, from 1, in UTF-16 code units (PL-019).</param>
public sealed record ScenarioFault(string Code, string Message, string Path, int Line, int Column)
{
    /// <summary>The code of a scenario that is not JSON, or has an unknown, repeated, missing or ill-typed member.</summary>
    public const string InvalidScenario = nameof(InvalidScenario);

    /// <summary>For people: <c>InvalidEffect $.policies.identity[0].Statement[2].Effect (7,19): …</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Code} {Path} ({Line},{Column}): {Message}");

    /// <summary>Whether an error can have this code.</summary>
    internal static bool IsCode(string code) =>
        code == InvalidScenario || (IsName(code) && (Enum.TryParse<PolicyFaultCode>(code, out _) || Enum.TryParse<RequestFaultCode>(code, out _)));

    // Enum.TryParse takes numbers, lists and blanks as well.
    private static bool IsName(string code) => code.Length > 0 && !code.AsSpan().ContainsAnyExcept(NameLetters);

    private static System.Buffers.SearchValues<char> NameLetters { get; } =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
