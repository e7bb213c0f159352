/** What somebody has who begins with an OpenAPI document. */
export const openapi = `openapi: 3.1.0
info: { title: Players, version: "1" }
paths:
  /players/{player_id}/actions:
    post:
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [action], properties: { action: { type: string } } }
      responses: { "201": { description: Made } }
`;
