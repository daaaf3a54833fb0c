// Generated from openapi.json by `npm run generate`.

export const PLACES = {
  getTenant: { method: 'GET', path: '/api/v1/tenant', query: [] },
  postCustomers: { method: 'POST', path: '/api/v1/customers', query: [] },
  getCustomers: { method: 'GET', path: '/api/v1/customers', query: ["q","type","status","tier","loyaltyTier","segment","verified","createdFrom","createdTo","sort","order","limit","cursor","total"] },
  postCustomersLookup: { method: 'POST', path: '/api/v1/customers/lookup', query: [] },
  getCustomersStatistics: { method: 'GET', path: '/api/v1/customers/statistics', query: [] },
  getCustomersExport: { method: 'GET', path: '/api/v1/customers/export', query: ["q","type","status","tier","loyaltyTier","segment","verified","createdFrom","createdTo","format"] },
  getCustomersById: { method: 'GET', path: '/api/v1/customers/{customerId}', query: [] },
  patchCustomersById: { method: 'PATCH', path: '/api/v1/customers/{customerId}', query: [] },
  deleteCustomersById: { method: 'DELETE', path: '/api/v1/customers/{customerId}', query: [] },
  postCustomersSuspend: { method: 'POST', path: '/api/v1/customers/{customerId}/suspend', query: [] },
  postCustomersReactivate: { method: 'POST', path: '/api/v1/customers/{customerId}/reactivate', query: [] },
  getCustomersDisplayName: { method: 'GET', path: '/api/v1/customers/{customerId}/display-name', query: [] },
  postCustomersDisplayNameRegenerate: { method: 'POST', path: '/api/v1/customers/{customerId}/display-name/regenerate', query: [] },
  getCustomersHistory: { method: 'GET', path: '/api/v1/customers/{customerId}/history', query: ["cursor"] },
  getAudit: { method: 'GET', path: '/api/v1/audit', query: ["customerId","actor","action","from","to","cursor"] },
  getAuditExport: { method: 'GET', path: '/api/v1/audit/export', query: ["customerId","actor","action","from","to"] },
  getAuditVerification: { method: 'GET', path: '/api/v1/audit/verification', query: [] },
} as const
