namespace IamCore.AspNetCore.Explaining;

/// <summary>A condition and whether it holds.</summary>
internal sealed record ExplainedCondition(string Text, bool Holds);
