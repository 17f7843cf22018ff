namespace IamCore.Administration.Policies;

/// <summary>A document that may be stored, and the findings about it.</summary>
internal readonly record struct CheckedDocument(PolicyDocument Document, ValueList<PolicyFinding> Findings);
