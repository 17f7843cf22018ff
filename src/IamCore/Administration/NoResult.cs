namespace IamCore.Administration;

/// <summary>The result of an operation that returns no value.</summary>
public readonly record struct NoResult;
