namespace IamCore.AspNetCore.Signatures;

/// <summary>Says that the host reads signatures: where none are read, none can be refused.</summary>
internal sealed record ReadsSignatures;
