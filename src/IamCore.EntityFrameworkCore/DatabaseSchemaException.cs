namespace IamCore.EntityFrameworkCore;

/// <summary>The tables in the database do not have the version that this library requires.</summary>
/// <param name="message">What is wrong, in one sentence.</param>
public sealed class DatabaseSchemaException(string message) : InvalidOperationException(message);
